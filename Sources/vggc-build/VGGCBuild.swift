import ArgumentParser
import VGGCommandLine
import VGGCompilation

/// The tool that the build-tool plugin runs: only the vggc commands that a build needs, so that little is compiled.
@main
struct VGGCBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vggc-build",
    abstract: "Compiles the configurations of a SwiftPM target, for VGGCPlugin.",
    discussion: """
      vggc also has these commands.

      Examples:
        vggc-build inputs Sources/App/photos.vgg.yaml
      """,
    version: Version.current, subcommands: [ListInputs.self, EmitTarget.self])

  static func main() {
    runTool(VGGCBuild.self)
  }
}
