import ArgumentParser
import VGGCommandLine
import VGGCompiler

/// What the build-tool plugin runs: those of vggc's commands that a build needs, and little to compile.
@main
struct VGGCBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vggc-build",
    abstract: "Compiles the configurations of a SwiftPM target, for VGGCPlugin.",
    discussion: """
      vggc has these commands, too.

      Examples:
        vggc-build inputs Sources/App/photos.vgg.yaml
      """,
    version: Version.current, subcommands: [ListInputs.self, EmitTarget.self])

  static func main() {
    runTool(VGGCBuild.self)
  }
}
