/// A file of weights that torchvision publishes for a VGG, trained on ImageNet.
///
/// Names and hash prefixes are torchvision's own (`torchvision/models/vgg.py`): the part of a file's name
/// after the dash is the start of the SHA-256 of its content. Complete hashes and sizes are known for some,
/// from people who downloaded and published them independently. The files of 2017 are in PyTorch's older
/// container; those of 2021 (`vgg11-8a719046`, `vgg13-19584684`) have the same values in the newer one.
package struct PublishedWeights: Hashable, Sendable {
  /// torchvision's name for the network: `vgg16`, `vgg16_bn`.
  package let network: String
  /// The start of the file's SHA-256, in hexadecimal digits.
  package let hashPrefix: String
  /// The complete SHA-256, if known.
  package let sha256: String?
  /// The file's size in bytes, if known.
  package let size: Int?

  private init(network: String, hashPrefix: String, sha256: String? = nil, size: Int? = nil) {
    self.network = network
    self.hashPrefix = hashPrefix
    self.sha256 = sha256
    self.size = size
  }

  /// The known part of the SHA-256.
  package var digest: String { sha256 ?? hashPrefix }

  /// The most bytes that the file may have. Files of unknown size have 507 or 508 MiB, according to
  /// torchvision.
  package var most: Int { size ?? 512 << 20 }

  /// The file's name without its extension: `vgg16-397923af`.
  package var stem: String { "\(network)-\(hashPrefix)" }

  package var fileName: String { stem + ".pth" }

  /// The address of torchvision's files.
  package static let baseURL = "https://download.pytorch.org/models"

  /// The files that torchvision's networks load today.
  package static let current = [
    PublishedWeights(network: "vgg11", hashPrefix: "8a719046"),
    PublishedWeights(network: "vgg13", hashPrefix: "19584684"),
    PublishedWeights(
      network: "vgg16", hashPrefix: "397923af",
      sha256: "397923af8e79cdbb6a7127f12361acd7a2f83e06b05044ddf496e83de57a5bf0", size: 553_433_881
    ),
    PublishedWeights(
      network: "vgg19", hashPrefix: "dcbb9e9d",
      sha256: "dcbb9e9dad569fff7a846263a77324fc34978fea2bfb039c012d710e1776ae44", size: 574_673_361
    ),
    PublishedWeights(network: "vgg11_bn", hashPrefix: "6002323d"),
    PublishedWeights(network: "vgg13_bn", hashPrefix: "abd245e5"),
    PublishedWeights(
      network: "vgg16_bn", hashPrefix: "6c64b313",
      sha256: "6c64b3138f2f4fcb3bcc4cafde11619c4f440eb1631787e93a682fd88305888a", size: 553_507_836
    ),
    PublishedWeights(
      network: "vgg19_bn", hashPrefix: "c79401a0",
      sha256: "c79401a0cf3cb42714e4182f5868c7a6f4f4534f5df9e956e2bb2098de41cbb6", size: 574_769_405
    ),
  ]

  /// Files of 2017 that torchvision has since replaced.
  package static let former = [
    PublishedWeights(network: "vgg11", hashPrefix: "bbd30ac9", size: 531_456_000),
    PublishedWeights(network: "vgg13", hashPrefix: "c768596a", size: 532_194_478),
  ]

  private static let paperNames = ["a": "vgg11", "b": "vgg13", "d": "vgg16", "e": "vgg19"]

  /// The file for a network's name, torchvision's or the paper's, or for a file name, with or without its
  /// extension; letter case is ignored.
  package static func named(_ name: String) -> PublishedWeights? {
    let lowercased = name.lowercased()
    let network = paperNames[lowercased] ?? lowercased
    let stem = lowercased.hasSuffix(".pth") ? String(lowercased.dropLast(4)) : lowercased
    return current.first { $0.network == network } ?? (current + former).first { $0.stem == stem }
  }
}
