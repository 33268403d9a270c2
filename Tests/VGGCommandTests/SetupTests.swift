import Foundation
import Testing
import VGGTestSupport

/// Scripts/setup on a machine without Swift, or with one that is too old.
@Suite struct SetupTests {
  /// A system that the machine could run, by the file /etc/os-release.
  struct System: CustomTestStringConvertible {
    let release: String
    /// swiftly's name of the platform, and the image of Docker; `nil` if swift.org has no Swift for it.
    let platform: (name: String, image: String)?
    let library: String

    var testDescription: String { release.split(separator: "\n").first.map(String.init) ?? "" }
  }

  private static let systems = [
    System(
      release:
        "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_CODENAME=bookworm\n",
      platform: ("debian12", "swift:6.3-bookworm"), library: "libstdc++-12-dev"),
    System(
      release: "PRETTY_NAME=\"Ubuntu 22.04.5 LTS\"\nID=ubuntu\nVERSION_CODENAME=jammy\n",
      platform: ("ubuntu22.04", "swift:6.3-jammy"), library: "libstdc++-11-dev"),
    System(
      release: "PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"\nID=ubuntu\nVERSION_CODENAME=noble\n",
      platform: ("ubuntu24.04", "swift:6.3-noble"), library: "libstdc++-13-dev"),
    System(
      release: "PRETTY_NAME='Linux Mint 22'\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble\n",
      platform: ("ubuntu24.04", "swift:6.3-noble"), library: "libstdc++-13-dev"),
    System(
      release: "PRETTY_NAME=\"LMDE 6 (faye)\"\nVERSION_CODENAME=faye\nDEBIAN_CODENAME=bookworm\n",
      platform: ("debian12", "swift:6.3-bookworm"), library: "libstdc++-12-dev"),
    System(
      release: "PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\nVERSION_CODENAME=trixie\n",
      platform: nil, library: ""),
    System(release: "PRETTY_NAME=\"Arch Linux\"\nID=arch\n", platform: nil, library: ""),
  ]

  @Test(arguments: systems) func theCommandsAreThoseOfTheRelease(_ system: System) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(system.release, to: "os-release")
    let result = try Tool.run([Checkout.file("Scripts/require-swift").path, file])
    #expect(result.status == 1)
    #expect(result.output == "")
    let name = try #require(system.release.split { "\"'\n".contains($0) }.dropFirst().first)
    #expect(result.errors.contains(name))
    if let platform = system.platform {
      #expect(result.errors.contains("./swiftly init --assume-yes --platform \(platform.name)\n"))
      #expect(result.errors.contains(" \(platform.image) Scripts/setup\n"))
      #expect(result.errors.contains(" \(system.library) "))
    } else {
      #expect(!result.errors.contains("swiftly"))
      #expect(result.errors.contains(" swift:6.3-noble Scripts/setup\n"))
    }
  }

  /// A folder with only the programs that Scripts/setup needs until it knows whether Swift is there: not apt-get
  /// or sudo, so that it cannot install anything.
  private func searchPath() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for program in ["bash", "cat", "dirname", "env", "id"] {
      let found = ["/usr/bin/\(program)", "/bin/\(program)"].first {
        FileManager.default.isExecutableFile(atPath: $0)
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(program)", withDestinationPath: try #require(found))
    }
    return folder
  }

  private func setup(searchPath: TemporaryFolder) throws -> Tool.Result {
    try Tool.run(
      [Checkout.file("Scripts/setup").path], environment: ["PATH": searchPath.path])
  }

  @Test func setupWithoutSwiftSaysHowToInstallIt() throws {
    let result = try setup(searchPath: searchPath())
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: vggc needs Swift 6.2 or newer\n"))
    #expect(result.errors.contains(" Scripts/setup\n"))
  }

  @Test func setupWithAnOldSwiftSaysHowToInstallANewOne() throws {
    let folder = try searchPath()
    let swift = try folder.write(
      "#!/usr/bin/env bash\necho 'Swift version 6.1.3 (swift-6.1.3-RELEASE)'\n", to: "swift")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift)
    let result = try setup(searchPath: folder)
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: vggc needs Swift 6.2 or newer, not 6.1\n"))
  }

  /// Tests need more than building: Scripts/setup leaves that alone.
  @Test func setupInstallsNothingForTests() throws {
    let text = try Checkout.text("Scripts/setup")
    #expect(text.contains("\nScripts/install-packages\n"))
    #expect(try Checkout.text("Scripts/test").contains("\nScripts/install-packages test\n"))
  }
}
