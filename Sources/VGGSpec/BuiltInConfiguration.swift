/// A configuration that vggc knows by name: the paper's six (Simonyan and Zisserman 2015, Table 1)
/// and torchvision's names for four of them, with and without batch normalisation.
package struct BuiltInConfiguration: Sendable {
  /// `D`, `vgg16_bn`.
  package let name: String
  /// The configuration itself, in the language that users write.
  package let text: String

  private init(_ name: String, features: String, batchNorm: Bool = false) {
    self.name = name
    self.text =
      "name: \(name)\ninput: [3, 224, 224]\nfeatures: \(features)\n"
      + (batchNorm ? "batch_norm: true\n" : "")
      + "classifier:\n  hidden: [4096, 4096]\n  dropout: 0.5\n  classes: 1000\n"
  }

  /// The paper's configurations, in the order of its Table 1.
  package static let paper = [
    BuiltInConfiguration("A", features: aFeatures),
    BuiltInConfiguration("A-LRN", features: aLRNFeatures),
    BuiltInConfiguration("B", features: bFeatures),
    BuiltInConfiguration("C", features: cFeatures),
    BuiltInConfiguration("D", features: dFeatures),
    BuiltInConfiguration("E", features: eFeatures),
  ]

  /// torchvision's batch-norm variants.
  package static let batchNorm = [
    BuiltInConfiguration("vgg11_bn", features: aFeatures, batchNorm: true),
    BuiltInConfiguration("vgg13_bn", features: bFeatures, batchNorm: true),
    BuiltInConfiguration("vgg16_bn", features: dFeatures, batchNorm: true),
    BuiltInConfiguration("vgg19_bn", features: eFeatures, batchNorm: true),
  ]

  /// torchvision's names for A, B, D and E.
  private static let torchvision = [
    BuiltInConfiguration("vgg11", features: aFeatures),
    BuiltInConfiguration("vgg13", features: bFeatures),
    BuiltInConfiguration("vgg16", features: dFeatures),
    BuiltInConfiguration("vgg19", features: eFeatures),
  ]

  /// Configuration D, VGG-16: the default of commands.
  package static let d = paper[4]

  /// All of them, once under each of their names.
  package static let all = paper + torchvision + batchNorm

  /// The configuration of that name, letter case ignored.
  package static func named(_ name: String) -> BuiltInConfiguration? {
    let lowercased = name.lowercased()
    return all.first { $0.name.lowercased() == lowercased }
  }

  private static let aFeatures = "[64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]"
  private static let aLRNFeatures = "[64, LRN, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]"
  private static let bFeatures = "[64, 64, M, 128, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]"
  private static let cFeatures =
    "[64, 64, M, 128, 128, M, 256, 256, conv1-256, M, 512, 512, conv1-512, M, 512, 512, conv1-512, M]"
  private static let dFeatures =
    "[64, 64, M, 128, 128, M, 256, 256, 256, M, 512, 512, 512, M, 512, 512, 512, M]"
  private static let eFeatures =
    "[64, 64, M, 128, 128, M, 256, 256, 256, 256, M, 512, 512, 512, 512, M, 512, 512, 512, 512, M]"
}
