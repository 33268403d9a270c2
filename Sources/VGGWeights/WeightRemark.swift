/// A remark on how a file's tensors were found, or how their names are read.
package enum WeightRemark: Hashable, Sendable {
  /// The keys that lead to the tensors in a checkpoint.
  case readUnder([String])
  /// The keys of other dictionaries of tensors.
  case leftOut([String])
  /// The keys of entries that are not tensors.
  case notTensors([String])
  /// The prefix that DataParallel adds to every name.
  case withoutParallelPrefix(String)
  /// Another prefix of the names.
  case withoutPrefix(String)
  /// Modules under torchvision's names, in order.
  case renamed([Renaming])
  /// Names and axes in Keras's order.
  case kerasNames
  /// Variances of Keras's batch normalisation.
  case kerasVariances
  /// Two equally good readings.
  case ambiguous(WeightNames.Ambiguity)

  /// A module's name in the file, and torchvision's.
  package struct Renaming: Hashable, Sendable {
    package let source: String
    package let name: String
  }
}

extension WeightRemark {
  /// The remark in English.
  package var inWords: String {
    switch self {
    case .readUnder(let keys):
      "read the tensors under \(keys.map(quoted).joined(separator: ", then "))"
    case .leftOut(let keys):
      "left out the tensors under \(StateDictionary.listed(keys.map(quoted)))"
    case .notTensors(let keys):
      "left out entries that are not tensors: \(StateDictionary.listed(keys.map(quoted)))"
    case .withoutParallelPrefix(let prefix):
      "removed \(quoted(prefix)), which DataParallel adds, from every name"
    case .withoutPrefix(let prefix): "the names are read without their prefix \(quoted(prefix))"
    case .renamed(let modules):
      "the names are read as torchvision's: "
        + Self.shortened(modules.map { "\(quoted($0.source)) as \($0.name)" })
    case .kerasNames:
      "the names are Keras's: kernels are read in torchvision's axis order; the weights that Keras "
        + "publishes expect photos as BGR from 0 to 255 minus the mean (103.939, 116.779, 123.68)"
    case .kerasVariances:
      "variances are read as 0.00099 more: Keras's batch normalisation adds 0.001 to them, torchvision's 0.00001"
    case .ambiguous(let ambiguity): ambiguity.remark
    }
  }

  private static let mostPairs = 4

  /// The pairs of names as one text; only the first two and the last of many.
  package static func shortened(_ pairs: [String]) -> String {
    guard pairs.count > mostPairs else { return pairs.joined(separator: ", ") }
    return "\(pairs[0]), \(pairs[1]), … \(pairs[pairs.count - 1])"
  }
}
