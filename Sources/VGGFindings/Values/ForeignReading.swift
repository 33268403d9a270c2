import VGGDiagnostics

/// The result of reading another tool's text.
package enum ForeignReading: Hashable, Sendable {
  /// Every part, as the equivalent configuration.
  case understood(ForeignConfiguration)
  /// Some parts are not in the language, in the order of the text.
  case obstructed([Spanned<ForeignObstacle>])
  /// Only the kind of text, which says too little about its network or is not read.
  case named
}

/// The configuration that is equivalent to another tool's text.
package struct ForeignConfiguration: Hashable, Sendable {
  /// The whole file as the language writes it.
  package let text: String
  /// Parts of a network that the text does not state.
  package let unsaid: [UnsaidPart]
  /// The differences between the configuration's network and the text's.
  package let differences: [ForeignDifference]

  package init(text: String, unsaid: [UnsaidPart], differences: [ForeignDifference]) {
    self.text = text
    self.unsaid = unsaid
    self.differences = differences
  }

  /// Whether it states exactly what the text states.
  package var isExact: Bool {
    differences.isEmpty && unsaid.allSatisfy { $0 != .imageSize && !$0.isChosenSize }
  }
}

/// A part of a network that another tool's text does not state.
package enum UnsaidPart: Hashable, Sendable {
  case classifier
  /// Height and width of the image; the language's default applies.
  case input
  /// Height and width of the image; the default was written with the text's channels.
  case imageSize
  /// Height and width of the image; the sizes that lead to the first linear layer's inputs, of which the first was written.
  case sizeFromInputs(Int, sides: ClosedRange<Int>)

  fileprivate var isChosenSize: Bool {
    switch self {
    case .sizeFromInputs(_, let sides): sides.count > 1
    case .classifier, .input, .imageSize: false
    }
  }
}

/// A difference between a text's network and the configuration's.
package enum ForeignDifference: Hashable, Sendable {
  /// The small number that batch normalisation adds to the variance.
  case epsilon(Double)
  /// The order in which a custom class runs its layers, which its print-out does not state.
  case forward(String)
  /// The meaning of pairs of numbers.
  case pairs
  /// A map that the text's network flattens as height x width x channels, at its end.
  case flattenedEnd
  /// Statements around the layers that are not read, and may change the layers.
  case otherStatements
}

/// A part of another tool's text that the language does not have.
package enum ForeignObstacle: Hashable, Sendable {
  /// A layer, section or entry by its name there.
  case layer(String)
  /// A value of a layer, as it is written.
  case value(String, of: String)
  case missing(String, of: String)
  /// A value that the language's counterpart of a layer does not have.
  case argument(String, of: String)
  /// Batch normalisation between a map's flattening and the first linear layer.
  case normOfFlattenedMap
  case channels(stated: Int, carried: Int)
  case inputs(stated: Int, carried: Int)
  /// Inputs of the first linear layer that no square image produces.
  case inputsOfNoImage(Int)
  /// A linear layer right after a map.
  case missingFlatten
  case mapTooSmall
  /// Padding above and left of a map that differs from the padding below and right of it.
  case unevenPadding(near: Sides, far: Sides)
  /// The word `same` for padding that depends on the size of a map that is not known.
  case sameWithoutSize
  /// A layer whose input is not the output of the layer before it.
  case branch(String)
  /// An expression that is not read.
  case expression
}
