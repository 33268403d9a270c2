import Foundation
import Testing
import VGGTestSupport

/// The package that Scripts/make-artifact-bundle creates, here with this build's vggc, and the plugins with the
/// tool from its bundle.
@Suite(.serialized) struct ArtifactBundleTests {
  /// The package's folder, created once.
  private static let package = Result {
    let folder = try Checkout.products().appending(path: "BundleTestPackage-vggc")
    let result = try Tool.run([
      "python3", Checkout.file("Scripts/make-artifact-bundle").path, "--tool",
      try Checkout.products().appending(path: "vggc").path, folder.path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let digest = try Tool.run(["sha256sum", "\(folder.path)/vggc.artifactbundle.zip"]).output
    #expect(result.output.hasSuffix("vggc.artifactbundle.zip \(digest.prefix(64))\n"))
    return folder
  }

  private func example() throws -> ExamplePackage {
    try ExamplePackage(dependency: Self.package.get(), scratch: "BundleTestPackage")
  }

  private struct Info: Decodable {
    struct Artifact: Decodable {
      let type: String
      let version: String
      let variants: [Variant]
    }
    struct Variant: Decodable {
      let path: String
      let supportedTriples: [String]
    }
    let schemaVersion: String
    let artifacts: [String: Artifact]
  }

  @Test func theBundleUnpacksAndItsToolRuns() throws {
    let folder = try TemporaryFolder()
    let bundle = try Self.package.get().appending(path: "vggc.artifactbundle.zip").path
    #expect(try Tool.run(["unzip", "-q", bundle, "-d", folder.path]).status == 0)
    let text = try folder.read("vggc.artifactbundle/info.json")
    let info = try JSONDecoder().decode(Info.self, from: Data(text.utf8))
    #expect(info.schemaVersion == "1.0")
    #expect(Set(info.artifacts.keys) == ["vggc", "vggc-build"])
    for artifact in info.artifacts.values {
      #expect(artifact.type == "executable")
      let variant = try #require(artifact.variants.first)
      #expect(variant.supportedTriples.allSatisfy { $0.split(separator: "-").count >= 3 })
      let tool = "\(folder.path)/vggc.artifactbundle/\(variant.path)"
      #expect(try Tool.run([tool, "--version"]).output == "\(artifact.version)\n")
    }
  }

  @Test func aFolderOfAnotherPackageIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("// mine\n", to: "Package.swift")
    let result = try Tool.run([
      "python3", Checkout.file("Scripts/make-artifact-bundle").path, "--tool", "/bin/true",
      folder.path,
    ])
    #expect(result.status == 73)
    #expect(try folder.contents() == ["Package.swift"])
  }

  @Test func theExampleIsMadeWithTheBundle() throws {
    let example = try example()
    let result = try example.build()
    #expect(result.status == 0, "\(result.output)")
    #expect(result.warnings == [])
    #expect(!result.output.contains("Compiling VGGCompil"))
    try example.expectClassification()
  }

  /// Files with duplicate names or with names that are not identifiers, and bases and labels inside and outside
  /// the target.
  @Test func everyConfigurationOfTheTargetIsMade() throws {
    let example = try example()
    try example.folder.write("input: [1, 8, 8]\nfeatures: [4, M]\n", to: "shared/shape.yaml")
    try example.folder.write("zero\none\n", to: "shared/digits.list")
    try example.folder.write(
      "name: Digits\nextends: ../../../shared/shape.yaml\nlabels: ../../../shared/digits.list\n"
        + "classifier: {hidden: [], classes: 2}\n", to: example.source("more/photos.vgg.yaml"))
    try example.folder.write(
      "models:\n  a: [4, M]\n  b: [8, M]\ninput: [1, 8, 8]\nclassifier: {hidden: [], classes: 2}\n",
      to: example.source("3 sizes, 크기.vgg.yml"))
    try example.folder.write(
      "func sizes() -> [Any.Type] { [A.self, B.self, Digits.self] }\n",
      to: example.source("Sizes.swift"))
    let result = try example.build()
    #expect(result.status == 0, "\(result.output)")
    #expect(result.warnings == [])
    #expect(
      Set(try example.generated().keys) == [
        "3_sizes____.vgg.swift", "photos.vgg.swift", "photos-2.vgg.swift",
      ])

    try example.folder.write("input: [1, 8, 8]\nfeatures: [6, M]\n", to: "shared/shape.yaml")
    #expect(try example.build().status == 0)
    let texts = try example.generated().values.map { try String(contentsOf: $0, encoding: .utf8) }
    #expect(texts.contains { $0.contains("Conv3x3<1, 6, 8, 8>") })
  }

  @Test func theCommandPluginChecksAndEmits() throws {
    let example = try example()
    let sound = try example.package("vggc", "check")
    #expect(sound.status == 0, "\(sound.output)")
    let file = example.source("photos.vgg.yaml")
    #expect(sound.output.contains("\(file): photos is valid: 3x32x32 -> 4"), "\(sound.output)")

    let emitted = try example.package("--allow-writing-to-package-directory", "vggc", "emit")
    #expect(emitted.status == 0, "\(emitted.output)")
    let text = try example.folder.read(example.source("photos.vgg.swift"))
    #expect(text.hasPrefix("// Generated by vggc 0.1.0 from \(file). To change it"))
    #expect(text.contains("//     swift package vggc emit\n"))
    let twice = try example.build()
    #expect(twice.status == 1)
    #expect(twice.output.contains("has a file with that name; remove that file, or the plugin"))

    try example.folder.write("features: [64, X]\n", to: file)
    let broken = try example.package("vggc", "check", "--strict", "--target", "PhotoClassifier")
    #expect(broken.status == 1)
    #expect(broken.output.contains("\(file):1:16: error: "), "\(broken.output)")
    let other = try example.package("vggc", "summary", "A")
    #expect(other.output.contains("132,863,336"), "\(other.output)")
  }
}
