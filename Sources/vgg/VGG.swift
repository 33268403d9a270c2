import ArgumentParser
import VGGCommandLine
import VGGCompilation

/// The runtime's command line.
@main
struct VGG: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vgg",
    abstract:
      "Train and run the networks that vggc compiles: classify photos, measure accuracy and speed.",
    discussion: """
      CONFIG is a configuration's path, - for standard input, or the name of a built-in: A, A-LRN, B, C, D, E, \
      vgg11, vgg13, vgg16, vgg19 and their _bn variants.

      Examples:
        vgg predict D --weights vgg16.safetensors cat.jpg
        vgg look D --weights vgg16.safetensors cat.jpg -o look.html
        vgg train Configs/custom.yaml --data photos/train --test photos/test -o run
        vgg evaluate Configs/custom.yaml --weights custom.safetensors --data photos/test
        vgg data inspect photos/train
        vgg bench D

      Exit status: 0 success, 1 errors in the configuration or an unusable input, 64 usage error, 66 unreadable input, \
      73 unwritable output.
      """,
    version: Version.current,
    subcommands: [
      Predict.self, Look.self, Train.self, Evaluate.self, Bench.self, DataCommand.self,
    ])

  static func main() {
    runTool(VGG.self)
  }
}
