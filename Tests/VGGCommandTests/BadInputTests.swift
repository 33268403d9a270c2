import Foundation
import Testing
import VGGTestSupport

/// For any input from a user or the system, each command answers with a message and the right exit
/// status.
@Suite struct BadInputTests {
  static let commands = [
    ["check"], ["summary"], ["explain"], ["emit", "--swift"], ["emit", "--json"],
  ]

  /// The content of a file, the exit status, and a part of the message.
  static let contents: [(String, Data, Int32, String)] = [
    (
      "overflowing channels", Data("features: [99999999999999999999]\n".utf8), 1,
      "[value-out-of-range]"
    ),
    (
      "huge sizes", Data("input: [16777216, 1048576, 1048576]\nfeatures: [64]\n".utf8), 1,
      "[count-overflow]"
    ),
    ("deep nesting", Data((String(repeating: "[", count: 5_000)).utf8), 1, "[nesting-too-deep]"),
    ("alias explosion", Data(explosion.utf8), 1, "[alias-expansion]"),
    ("NUL bytes", Data([0x61, 0x00, 0x62]), 1, "[invalid-encoding]"),
    ("invalid UTF-8", Data([0x61, 0x3A, 0x20, 0xFF]), 1, "[invalid-encoding]"),
    ("UTF-16", Data([0xFF, 0xFE, 0x61, 0x00]), 1, "[invalid-encoding]"),
    ("nothing", Data(), 1, "[missing-key]"),
    ("only a byte order mark", Data([0xEF, 0xBB, 0xBF]), 1, "[missing-key]"),
    (
      "too large a file", Data(repeating: 0x20, count: (16 << 20) + 1), 66,
      "it is larger than 16 MiB"
    ),
  ]

  private static let explosion: String = {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
    }
    return text
  }()

  @Test(arguments: contents)
  func content(_: String, bytes: Data, status: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "bad.yaml")
    for command in Self.commands {
      let result = try folder.command.shell("vggc \(command.joined(separator: " ")) bad.yaml")
      #expect(result.status == status, "\(command)")
      #expect(result.errors.contains(message), "\(command): \(result.errors)")
    }
  }

  @Test(arguments: [
    ("a-folder", "is a directory"), ("missing.yaml", "no such file"),
    ("dangling", "no such file"), ("a-folder/x/y.yaml", "no such file"),
    ("/proc/self/mem", "input/output error"),
    ("loop", "too many levels of symbolic links"),
  ])
  func place(name: String, message: String) throws {
    let folder = try TemporaryFolder()
    #expect(
      try folder.command.shell("mkdir a-folder; ln -s nowhere dangling; ln -s loop loop").status
        == 0)
    // Checking a folder checks the files in it.
    for command in Self.commands where command != ["check"] || name != "a-folder" {
      let result = try folder.command.shell("vggc \(command.joined(separator: " ")) \(name)")
      #expect(result.status == 66, "\(command)")
      #expect(result.errors.hasPrefix("vggc: error: cannot read"), "\(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  /// A file without read permission. Root may read everything, so the test runs the command as
  /// another user.
  @Test func unreadableFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [64]\n", to: "secret.yaml")
    let result = try folder.command.shell(
      """
      chmod 000 secret.yaml
      if [ "$(id -u)" = 0 ]; then
        chmod 711 .; v=$(command -v vggc); cp "$v" ./vggc-copy; chmod 755 vggc-copy
        exec setpriv --reuid=65534 --regid=65534 --clear-groups ./vggc-copy check secret.yaml
      fi
      vggc check secret.yaml
      """)
    #expect(result.status == 66, "\(result.errors)")
    #expect(
      result.errors.contains("cannot read secret.yaml: permission denied"), "\(result.errors)")
  }

  @Test func aReaderThatGoesAwayEndsTheCommandQuietly() throws {
    let command = try TemporaryFolder().command
    for arguments in ["summary", "summary D --format json", "explain E", "emit --swift E"] {
      let result = try command.shell(
        "{ vggc \(arguments); echo $? >&3; } 3>status 2>errors | head -1")
      #expect(result.output.split(separator: "\n").count == 1)
      let status = try String(contentsOf: command.folder.appending(path: "status"), encoding: .utf8)
      #expect(["0\n", "141\n"].contains(status), "\(arguments): \(status)")
      let errors = try String(contentsOf: command.folder.appending(path: "errors"), encoding: .utf8)
      #expect(!errors.contains("error"), "\(errors)")
    }
  }

  @Test func outputThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("keep me", to: "kept.swift")
    for (arguments, message) in [
      ("summary > /dev/full", "cannot write to standard output: no space left on device"),
      ("check D > /dev/full", "cannot write to standard output: no space left on device"),
      ("emit --swift D -o /dev/full", "cannot write /dev/full: no space left on device"),
      (
        "emit --json D -o no/such/folder.json",
        "cannot write no/such/folder.json: no such file or directory"
      ),
      (
        "emit --swift D --package kept.swift",
        "cannot write kept.swift/Package.swift: cannot create the folder kept.swift"
      ),
      ("summary >&-", "cannot write to standard output: bad file descriptor"),
    ] {
      let result = try folder.command.shell("vggc \(arguments)")
      #expect(result.status == 73, "\(arguments): \(result.status)")
      #expect(result.errors.contains(message), "\(arguments): \(result.errors)")
    }
    #expect(try folder.read("kept.swift") == "keep me")
  }

  @Test func weightsThatAreNone() throws {
    let folder = try TemporaryFolder()
    try folder.write("not weights", to: "w.safetensors")
    for file in ["w.safetensors", "missing.safetensors"] {
      let result = try folder.command.run("check", "--weights", file, "D")
      #expect(result.status == 66)
      #expect(result.errors.contains("cannot read weights: \(file)"), "\(result.errors)")
    }
  }
}
