import VGGDiagnostics

/// One layer of a checked network, with all results of the checker.
package struct Layer: Sendable, Hashable {
  package let kind: LayerKind
  /// The part of the network that contains it, and its index there.
  package let position: LayerPosition
  package let input: Shape
  package let output: Shape
  /// Learned parameters.
  package let parameters: Int
  /// Multiply-adds for one image.
  package let macs: Int
  /// The part of the image that one output value sees; `nil` if that is all of it, or differs from value
  /// to value.
  package let receptiveField: ReceptiveField?
  /// The element of the configuration that defines this layer.
  package let range: SourceRange

  /// The memory for its output, at 4 bytes per value; zero if it works in place. `nil`
  /// if that does not fit 64 bits.
  package var activationBytes: Int? {
    kind.worksInPlace ? 0 : checkedProduct(output.elementCount, MemoryLayout<Float>.size)
  }

  /// Whether it changes neither shapes nor counts, so that a table's row would repeat the previous one.
  package var repeatsRowBefore: Bool { kind.group.repeatsRowBefore && parameters == 0 }

  /// torchvision's state-dict prefix: `features.0`, `classifier.3`.
  package var name: String { position.description }
}

/// A layer's place in torchvision's module tree.
package enum LayerPosition: Hashable, Sendable {
  case features(Int)
  case avgpool
  case flatten
  case classifier(Int)
}

extension LayerPosition {
  package var isFeature: Bool {
    switch self {
    case .features: true
    case .avgpool, .flatten, .classifier: false
    }
  }

  package var isClassifier: Bool {
    switch self {
    case .classifier: true
    case .features, .avgpool, .flatten: false
    }
  }
}

extension LayerPosition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .features(let index): "features.\(index)"
    case .avgpool: "avgpool"
    case .flatten: "flatten"
    case .classifier(let index): "classifier.\(index)"
    }
  }
}
