import ArgumentParser

/// `vggc weights`: commands for weight files.
struct Weights: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: "Fetch, inspect, check, convert and initialise weight files.",
    discussion: """
      FILE is a safetensors file, or a state dict or checkpoint that torch.save wrote (.pth, .pt, .bin), in either of \
      its containers. Its format is detected from its first bytes, not its name. Tensors are read under torchvision's \
      names, whatever names the file has: with prefixes, from other programs, or unrelated ones, if the order and \
      shapes of the tensors identify them.

      Examples:
        vggc weights fetch vgg16
        vggc weights inspect vgg16.pth
        vggc weights check D vgg16.pth
        vggc weights infer vgg16.pth
        vggc weights convert vgg16.pth vgg16.safetensors
        vggc weights init Configs/custom.yaml --seed 7 -o custom.safetensors
      """,
    subcommands: [
      WeightsInspect.self, WeightsCheck.self, WeightsInfer.self, WeightsConvert.self,
      WeightsInit.self, WeightsFetch.self,
    ])
}
