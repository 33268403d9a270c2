import Testing
import VGGTestSupport

/// The tools where the system lacks something, as in a bare root directory or a sandbox.
@Suite struct BareSystemTests {
  /// Whether a command can be run without /proc here.
  private static let hidesProc = Result {
    try Tool.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/proc"]).status == 0
  }

  /// Swift finds no arguments then, and no command may take that for a question about its help.
  @Test(
    .enabled(if: (try? hidesProc.get()) == true, "a mount namespace of the user's own is needed"),
    arguments: ["vggc check bad.yaml", "vgg predict D a.png"])
  func withoutProcNothingSucceeds(_ command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("features: [64, X]\n", to: "bad.yaml")
    let result = try folder.command.shell(
      "unshare -rm sh -c 'mount -t tmpfs none /proc && exec \(command)'")
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("cannot read the command's arguments"), "\(result.errors)")
  }
}
