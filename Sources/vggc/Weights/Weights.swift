import ArgumentParser

/// `vggc weights`: what can be done with files of weights.
struct Weights: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Inspect and convert files of weights.",
    discussion: """
      FILE is a safetensors file, or what torch.save made of a state dict or a checkpoint (.pth, .pt, .bin), \
      in either of its containers. Its first bytes say which; its name does not matter.

      Examples:
        vggc weights inspect vgg16.pth
        vggc weights convert vgg16.pth vgg16.safetensors
      """,
    subcommands: [WeightsInspect.self, WeightsConvert.self])
}
