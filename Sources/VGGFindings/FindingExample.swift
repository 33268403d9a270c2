/// A complete configuration with exactly one finding: `Configs/mistakes/ID.yaml`.
package struct FindingExample: Sendable {
  /// The file that shows the finding, if the configuration alone has none.
  package enum Companion: Sendable {
    /// Weights of this name, saved from the repaired configuration.
    case weights(String)
    /// A folder of photos with these class folders.
    case photos(String, classes: [String])
  }

  /// A stretch of the configuration that occurs once, and its repair.
  package struct Repair: Sendable {
    package let mistaken: String
    package let repaired: String

    package static func replace(_ mistaken: String, with repaired: String) -> Repair {
      Repair(mistaken: mistaken, repaired: repaired)
    }
  }

  package let text: String
  package let companion: Companion?
  package let repairs: [Repair]

  /// - Parameter file: The bytes of the file in `Configs/mistakes`.
  package init(_ file: [UInt8], companion: Companion? = nil, repairs: [Repair]) {
    self.text = String(decoding: file, as: UTF8.self)
    self.companion = companion
    self.repairs = repairs
  }

  /// Whether the configuration has no finding without its companion.
  package var isSoundAlone: Bool { companion != nil }

  /// The configuration after its repairs.
  package var repaired: String {
    repairs.reduce(text) { text, repair in
      guard let range = text.firstRange(of: repair.mistaken) else { return text }
      return text[..<range.lowerBound] + repair.repaired + text[range.upperBound...]
    }
  }

  /// The command that reports the finding in the file's folder.
  package func command(for fileName: String) -> String {
    switch companion {
    case nil: "vggc check \(fileName)"
    case .weights(let weights): "vggc check --weights \(weights) \(fileName)"
    case .photos(let folder, _): "vgg train \(fileName) --data \(folder) -o run"
    }
  }
}

extension DiagnosticID {
  /// The example's name in `Configs/mistakes`: `linear-input-mismatch.yaml`.
  package var fileName: String { "\(rawValue).yaml" }
}
