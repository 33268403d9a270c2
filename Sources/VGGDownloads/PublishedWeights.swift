/// A file of weights that torchvision publishes for a VGG, trained on ImageNet.
///
/// Names and hashes are torchvision's own (`torchvision/models/vgg.py`): the part of a file's name
/// after the dash is how the SHA-256 of its content starts. The files of 2017 are in PyTorch's older
/// container, those of 2021 (`vgg11-8a719046`, `vgg13-19584684`) hold the same values in the newer one.
package struct PublishedWeights: Hashable, Sendable {
  /// torchvision's name of the network: `vgg16`, `vgg16_bn`.
  package let network: String
  /// How the SHA-256 of the file starts, in hexadecimal digits.
  package let hashPrefix: String

  /// The file's name without its ending: `vgg16-397923af`.
  package var stem: String { "\(network)-\(hashPrefix)" }

  package var fileName: String { stem + ".pth" }

  /// Where torchvision's files are.
  package static let baseURL = "https://download.pytorch.org/models"

  /// The files that torchvision's networks load today.
  package static let current = [
    PublishedWeights(network: "vgg11", hashPrefix: "8a719046"),
    PublishedWeights(network: "vgg13", hashPrefix: "19584684"),
    PublishedWeights(network: "vgg16", hashPrefix: "397923af"),
    PublishedWeights(network: "vgg19", hashPrefix: "dcbb9e9d"),
    PublishedWeights(network: "vgg11_bn", hashPrefix: "6002323d"),
    PublishedWeights(network: "vgg13_bn", hashPrefix: "abd245e5"),
    PublishedWeights(network: "vgg16_bn", hashPrefix: "6c64b313"),
    PublishedWeights(network: "vgg19_bn", hashPrefix: "c79401a0"),
  ]

  /// Files of 2017 that torchvision has replaced.
  package static let former = [
    PublishedWeights(network: "vgg11", hashPrefix: "bbd30ac9"),
    PublishedWeights(network: "vgg13", hashPrefix: "c768596a"),
  ]

  private static let paperNames = ["a": "vgg11", "b": "vgg13", "d": "vgg16", "e": "vgg19"]

  /// The file for a network's name, torchvision's or the paper's, or of this name, with or without
  /// its ending; letter case ignored.
  package static func named(_ name: String) -> PublishedWeights? {
    let lowercased = name.lowercased()
    let network = paperNames[lowercased] ?? lowercased
    let stem = lowercased.hasSuffix(".pth") ? String(lowercased.dropLast(4)) : lowercased
    return current.first { $0.network == network } ?? (current + former).first { $0.stem == stem }
  }
}
