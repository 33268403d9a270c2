import ArgumentParser

/// `vggc weights`: commands for weight files.
struct Weights: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fetch, inspect, check and convert files of weights, and make new ones.",
    discussion: """
      FILE is a safetensors file, or what torch.save made of a state dict or a checkpoint (.pth, .pt, .bin), \
      in either of its containers. Its first bytes say which; its name does not matter. Tensors are \
      read under torchvision's names, whatever names they have: behind prefixes, of other programs, or known by their \
      order and shapes alone.

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
