import ArgumentParser
import VGGCommandLine
import VGGCompilation

/// The compiler's command line.
@main
struct VGGC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vggc",
    abstract: "Checks, explains and compiles YAML descriptions of VGG-style networks.",
    discussion: """
      FILE is a path, - for standard input, or the name of a built-in configuration: A, A-LRN, B, C, D, E, \
      vgg11, vgg13, vgg16, vgg19 and their _bn variants.

      Examples:
        vggc init custom
        vggc check Configs/custom.yaml
        vggc fmt Configs/custom.yaml
        vggc summary D
        vggc explain Configs/custom.yaml
        vggc diff D E
        vggc quiz A
        vggc playground --open
        vggc emit --swift Configs/custom.yaml -o Custom.swift
        vggc import vgg16.onnx -o vgg16.yaml
        vggc weights inspect vgg16.pth
        vggc verify Configs/custom.yaml

      Exit status: 0 no errors, 1 errors in the configuration, 64 usage error, 66 input that cannot be read, \
      73 output that cannot be written.
      """,
    version: Version.current,
    subcommands: [
      Check.self, Summary.self, Explain.self, Diff.self, Emit.self, ListInputs.self,
      EmitTarget.self, Verify.self, Weights.self, Init.self, Import.self, Format.self,
      SchemaCommand.self,
      LSPCommand.self, ReportCommand.self, WorksheetCommand.self, QuizCommand.self,
      PlaygroundCommand.self,
    ])

  static func main() {
    runTool(VGGC.self)
  }
}
