import VGGDiagnostics
import VGGFindings
import VGGSpec

/// The wording of everything that checking reports. Messages show the arithmetic, not just the
/// verdict.
extension Diagnostic {
  // MARK: - Chaining

  /// - Parameter isImage: The channels are the input's, as no convolution stands before.
  static func channelMismatch(
    stated: Spanned<Int>, carried: Int, source: SourceRange?, isImage: Bool
  ) -> Diagnostic {
    Diagnostic(
      .channelMismatch,
      "convolution takes \(stated.value) \(stated.value == 1 ? "channel" : "channels"), but the "
        + "\(isImage ? "input has" : "layer before gives") \(carried)",
      at: stated.range, label: "in_channels is \(carried) here",
      notes: [
        Note(
          carried == 1 ? "the 1 channel comes from here" : "the \(carried) channels come from here",
          at: source)
      ],
      fixIts: [.replace(stated, with: carried)])
  }

  static func linearInputMismatch(
    _ stated: Spanned<Int>, map: MapShape, source: SourceRange?, fitsAnyInput: Bool,
    sizes: ClosedRange<Int>?
  ) -> Diagnostic {
    let flattened = Shape.map(map).elementCount
    var notes: [Note] = []
    if let source {
      notes.append(Note("the map becomes \(map.height) x \(map.width) here", at: source))
    }
    if let sizes {
      notes.append(Note("\(stated.value) would be right for square inputs \(sizes.inSquares)"))
    } else if !fitsAnyInput {
      notes.append(Note("no square input makes these features flatten to \(stated.value)"))
    }
    return Diagnostic(
      .linearInputMismatch,
      "linear layer takes \(stated.value) \(stated.value == 1 ? "input" : "inputs"), but the feature map flattens to \(flattened)",
      at: stated.range, label: "\(map.channels) x \(map.height) x \(map.width) = \(flattened)",
      notes: notes, fixIts: [.replace(stated, with: flattened)])
  }

  static func linearChainMismatch(
    _ stated: Spanned<Int>, previous: Int, at source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .linearInputMismatch,
      "linear layer takes \(stated.value) \(stated.value == 1 ? "input" : "inputs"), but the layer before gives \(previous)",
      at: stated.range, label: "in_features is \(previous) here",
      notes: [
        Note(
          previous == 1 ? "the 1 value comes from here" : "the \(previous) values come from here",
          at: source)
      ],
      fixIts: [.replace(stated, with: previous)])
  }

  // MARK: - Shapes

  static func mapTooSmall(
    _ name: String, _ window: Window, _ map: MapShape, smallest: Int?, input: Spanned<MapShape>?,
    at range: SourceRange
  ) -> Diagnostic {
    let side = window.rows.outputSize(map.height) == nil ? map.height : map.width
    let reached = side + 2 * window.padding
    var notes: [Note] = []
    if let input {
      notes.append(
        Note("the input is \(input.value.height) x \(input.value.width)", at: input.range))
      if input.value.looksChannelsLast {
        let (rows, columns, last) = (input.value.channels, input.value.height, input.value.width)
        notes.append(
          Note(
            "channels come first in `input`; was [\(last), \(rows), \(columns)] meant?",
            at: input.range))
      }
    }
    if let smallest {
      notes.append(Note("the smallest square input that works is \(smallest) x \(smallest)"))
    }
    return Diagnostic(
      .mapTooSmall, "a \(name) does not fit the \(map.height) x \(map.width) feature map",
      at: range,
      label:
        "\(side) + 2*\(window.padding) = \(reached), less than the kernel's \(window.kernel)",
      notes: notes)
  }

  static func inputOverflow(_ input: MapShape, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .countOverflow, "an input of \(input) has more values than 64 bits can count", at: range)
  }

  static func costOverflow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .countOverflow,
      "this layer's sizes or parameters are more than 64 bits can count; use fewer channels or a smaller input",
      at: range)
  }

  static func totalOverflow(of model: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .countOverflow,
      "the parameters, MACs or activations of `\(model)` add up to more than 64 bits can count",
      at: range)
  }

  // MARK: - The whole network

  static func classesLabelsMismatch(
    _ labels: Spanned<[String]>, outputs: Int, lastLinear: Spanned<LinearSpec>?
  ) -> Diagnostic {
    let count = labels.value.count
    return Diagnostic(
      .classesLabelsMismatch,
      "there \(count == 1 ? "is" : "are") \(counted(count, "label")), but the network has "
        + counted(outputs, "output"),
      at: labels.range,
      notes: [
        Note(
          outputs == 1
            ? "the 1 output comes from here" : "the \(grouped(outputs)) outputs come from here",
          at: lastLinear?.value.outputsRange ?? lastLinear?.range.firstCharacter)
      ])
  }

  static func limitExceeded(_ limit: Spanned<Limit>, value: Int, model: String) -> Diagnostic {
    let unit =
      switch limit.value.quantity {
      case .parameters: "parameters"
      case .macs: "MACs"
      case .activations: "bytes of activations"
      }
    return Diagnostic(
      .limitExceeded,
      "`\(model)` has \(grouped(value)) \(unit), over the limit of \(grouped(limit.value.maximum))",
      at: limit.range, label: "\(grouped(value - limit.value.maximum)) too many")
  }

  static func cropMismatch(
    _ crop: Spanned<PlaneSize>, input: MapShape, at source: SourceRange?
  ) -> Diagnostic {
    let mended =
      input.height == input.width ? String(input.height) : "[\(input.height), \(input.width)]"
    return Diagnostic(
      .preprocessMismatch,
      "photos are cropped to \(crop.value.height) x \(crop.value.width), but the network takes "
        + "\(input.height) x \(input.width)",
      at: crop.range, notes: [Note("the input size is set here", at: source)],
      fixIts: [FixIt("crop to \(mended)", replace: crop.range, with: mended)])
  }

  static func resizeBelowCrop(_ resize: Spanned<Int>, side: Int) -> Diagnostic {
    Diagnostic(
      .preprocessMismatch,
      "photos are resized to \(resize.value) pixels on the shorter side, less than the crop's \(side)",
      at: resize.range, fixIts: [.replace(resize, with: side)])
  }

  static func perChannelMismatch(
    _ what: String, _ stated: Spanned<[Double]>, channels: Int, at source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .preprocessMismatch,
      "\(what) has \(counted(stated.value.count, "value")), but the input has "
        + counted(channels, "channel"),
      at: stated.range, notes: [Note("the input's channels are set here", at: source)])
  }

  // MARK: - Warnings

  /// - Parameter pool: The pooling with its size rounded up, as the language writes it; `nil` where
  ///   that is not possible, or would not keep the edge either.
  static func poolDropsEdge(
    rows: Int, columns: Int, from: PlaneSize, to: PlaneSize, roundingUp pool: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let dropped = [
      rows > 0 ? counted(rows, "row") : nil, columns > 0 ? counted(columns, "column") : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    return Diagnostic(
      .poolDropsEdge,
      "pooling takes \(from.height) x \(from.width) to \(to.height) x \(to.width) and drops \(dropped) "
        + "at the far edge", at: range,
      notes: [
        Note("an input size that divides evenly\(pool.map { ", or `\($0)`," } ?? "") keeps all")
      ])
  }

  /// - Parameter joined: One pooling that gives what both give, as the language writes it.
  static func repeatedPool(joined: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .repeatedPool, "a pooling follows a pooling with no convolution between", at: range,
      notes: [
        Note(joined.map { "remove one, or write both as one entry: \($0)" } ?? "remove one of them")
      ])
  }

  static func noPooling(at range: SourceRange, map: MapShape?) -> Diagnostic {
    let flattened = map.map { map in
      Note(
        "the classifier takes \(map.channels) x \(map.height) x \(map.width) = "
          + "\(grouped(Shape.map(map).elementCount)) inputs")
    }
    return Diagnostic(
      .noPooling, "no layer makes the map smaller; VGG halves it with M after each block",
      at: range,
      notes: flattened.map { [$0] } ?? [])
  }

  static func adaptivePoolEnlarges(
    from: MapShape, to: PlaneSize, at range: SourceRange
  ) -> Diagnostic {
    let flattened = Shape.map(from).elementCount
    return Diagnostic(
      .adaptivePoolEnlarges,
      "avgpool makes the \(from.height) x \(from.width) map larger, \(to.height) x \(to.width), by "
        + "repeating values", at: range,
      notes: [
        Note(
          "with `avgpool: none` the classifier takes \(from.channels) x \(from.height) x \(from.width) = "
            + "\(grouped(flattened)) values, without the repeats")
      ])
  }

  /// - Parameter sizes: The square inputs that give the map the pool's own size.
  static func adaptivePoolUneven(
    from: MapShape, to: PlaneSize, sizes: ClosedRange<Int>?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .adaptivePoolUneven,
      "avgpool's bins overlap: \(from.height) x \(from.width) does not divide by "
        + "\(to.height) x \(to.width)", at: range,
      notes: sizes.map {
        [Note("square inputs \($0.inSquares) give a \(to.height) x \(to.width) map")]
      } ?? [])
  }

  static func largeClassifier(_ totals: ModelTotals, at range: SourceRange) -> Diagnostic {
    let times = totals.classifierParameters / max(totals.featureParameters, 1)
    return Diagnostic(
      .largeClassifier,
      "the classifier has \(grouped(totals.classifierParameters)) parameters, \(grouped(times)) times the "
        + "features' \(grouped(totals.featureParameters))", at: range,
      notes: [
        Note(
          "its first layer takes \(grouped(totals.flattened)) inputs; more pooling or `avgpool: 1` helps"
        )
      ])
  }

  static func weightsOverTwoGiB(_ bytes: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .weightsOverTwoGiB,
      "the weights take \(grouped(bytes)) bytes, more than the 2 GiB that one ONNX file can hold",
      at: range)
  }
}

extension FixIt {
  fileprivate static func replace(_ stated: Spanned<Int>, with value: Int) -> FixIt {
    FixIt("replace \(stated.value) with \(value)", replace: stated.range, with: String(value))
  }
}

extension MapShape {
  /// Whether the numbers look like an image in height, width, channels order: `224x224x3`.
  fileprivate var looksChannelsLast: Bool {
    (width == 1 || width == 3) && channels >= 16 && height >= 16
  }
}
