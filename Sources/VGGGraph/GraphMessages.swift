import VGGDiagnostics
import VGGSpec

/// The wording of everything that checking reports. Messages show the arithmetic, not just the verdict.
extension Diagnostic {
  // MARK: - Chaining

  static func channelMismatch(
    stated: Spanned<Int>, carried: Int, source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .channelMismatch,
      "convolution takes \(stated.value) channels, but the layer before gives \(carried)",
      at: stated.range, label: "in_channels is \(carried) here",
      notes: [Note("the \(carried) channels come from here", at: source)],
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
      let range =
        sizes.count == 1
        ? "\(sizes.lowerBound) x \(sizes.lowerBound)"
        : "from \(sizes.lowerBound) x \(sizes.lowerBound) to \(sizes.upperBound) x \(sizes.upperBound)"
      notes.append(Note("\(stated.value) would be right for square inputs \(range)"))
    } else if !fitsAnyInput {
      notes.append(Note("no square input makes these features flatten to \(stated.value)"))
    }
    return Diagnostic(
      .linearInputMismatch,
      "linear layer takes \(stated.value) inputs, but the feature map flattens to \(flattened)",
      at: stated.range, label: "\(map.channels) x \(map.height) x \(map.width) = \(flattened)",
      notes: notes, fixIts: [.replace(stated, with: flattened)])
  }

  static func linearChainMismatch(
    _ stated: Spanned<Int>, previous: Int, at source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .linearInputMismatch,
      "linear layer takes \(stated.value) inputs, but the layer before gives \(previous)",
      at: stated.range, label: "in_features is \(previous) here",
      notes: [Note("the \(previous) values come from here", at: source)],
      fixIts: [.replace(stated, with: previous)])
  }

  // MARK: - Shapes

  static func mapTooSmall(
    _ name: String, _ window: Window, _ map: MapShape, smallest: Int?, input: Spanned<MapShape>?,
    at range: SourceRange
  ) -> Diagnostic {
    let side = window.outputSize(map.height) == nil ? map.height : map.width
    let reached = side + 2 * window.padding
    var notes: [Note] = []
    if let input {
      notes.append(Note("the input is \(input.value.height) x \(input.value.width)", at: input.range))
    }
    if let smallest {
      notes.append(Note("the smallest square input that works is \(smallest) x \(smallest)"))
    }
    return Diagnostic(
      .mapTooSmall, "a \(name) does not fit the \(map.height) x \(map.width) feature map", at: range,
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
      "the parameters, MACs or activations of `\(model)` add up to more than 64 bits can count", at: range)
  }

  // MARK: - The whole network

  static func classesLabelsMismatch(
    _ labels: Spanned<[String]>, outputs: Int, lastLinear: Spanned<LinearSpec>?
  ) -> Diagnostic {
    let count = labels.value.count
    let fixIt = lastLinear?.value.outputsRange.map {
      FixIt("replace \(outputs) with \(count)", replace: $0, with: String(count))
    }
    let source = lastLinear?.value.outputsRange ?? lastLinear?.range.firstCharacter
    return Diagnostic(
      .classesLabelsMismatch,
      "there \(count == 1 ? "is 1 label" : "are \(grouped(count)) labels"), but the network has "
        + "\(grouped(outputs)) outputs",
      at: labels.range,
      notes: [Note("the \(grouped(outputs)) outputs come from here", at: source)],
      fixIts: fixIt.map { [$0] } ?? [])
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
    Diagnostic(
      .preprocessMismatch,
      "photos are cropped to \(crop.value.height) x \(crop.value.width), but the network takes "
        + "\(input.height) x \(input.width)",
      at: crop.range, notes: [Note("the input size is set here", at: source)],
      fixIts: [
        FixIt(
          "crop to the input size", replace: crop.range,
          with: input.height == input.width
            ? String(input.height) : "[\(input.height), \(input.width)]")
      ])
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
      "\(what) has \(stated.value.count) values, but the input has \(channels) "
        + (channels == 1 ? "channel" : "channels"),
      at: stated.range, notes: [Note("the input's channels are set here", at: source)])
  }

  // MARK: - Warnings

  static func poolDropsEdge(
    rows: Int, columns: Int, from: PlaneSize, to: PlaneSize, _ kind: LayerKind, at range: SourceRange
  ) -> Diagnostic {
    let dropped = [
      rows > 0 ? "\(rows) \(rows == 1 ? "row" : "rows")" : nil,
      columns > 0 ? "\(columns) \(columns == 1 ? "column" : "columns")" : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    let kernel: Int? = if case .maxPool2d(let pool) = kind { pool.window.kernel } else { nil }
    return Diagnostic(
      .poolDropsEdge,
      "pooling takes \(from.height) x \(from.width) to \(to.height) x \(to.width) and drops \(dropped) "
        + "at the far edge", at: range,
      notes: kernel.map {
        [Note("an input size that divides evenly, or `{maxpool: \($0), ceil: true}`, keeps all")]
      } ?? [])
  }

  static func repeatedPool(at range: SourceRange) -> Diagnostic {
    Diagnostic(.repeatedPool, "a pooling follows a pooling with no convolution between", at: range)
  }

  static func noPooling(at range: SourceRange, map: MapShape?) -> Diagnostic {
    let flattened = map.map { map in
      Note(
        "the classifier takes \(map.channels) x \(map.height) x \(map.width) = "
          + "\(grouped(Shape.map(map).elementCount)) inputs")
    }
    return Diagnostic(
      .noPooling, "no layer makes the map smaller; VGG halves it with M after each block", at: range,
      notes: flattened.map { [$0] } ?? [])
  }

  static func adaptivePoolEnlarges(
    from: MapShape, to: PlaneSize, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .adaptivePoolEnlarges,
      "avgpool makes the \(from.height) x \(from.width) map larger, \(to.height) x \(to.width), by "
        + "repeating values", at: range)
  }

  static func adaptivePoolUneven(from: MapShape, to: PlaneSize, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .adaptivePoolUneven,
      "avgpool's bins differ in size: \(from.height) x \(from.width) does not divide by "
        + "\(to.height) x \(to.width)", at: range)
  }

  static func largeClassifier(_ totals: ModelTotals, at range: SourceRange) -> Diagnostic {
    let times = totals.classifierParameters / max(totals.featureParameters, 1)
    return Diagnostic(
      .largeClassifier,
      "the classifier has \(grouped(totals.classifierParameters)) parameters, \(grouped(times)) times the "
        + "features' \(grouped(totals.featureParameters))", at: range,
      notes: [
        Note("its first layer takes \(grouped(totals.flattened)) inputs; more pooling or `avgpool: 1` helps")
      ])
  }

  static func weightsOverTwoGiB(_ bytes: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .weightsOverTwoGiB,
      "the weights take \(grouped(bytes)) bytes, more than the 2 GiB that one ONNX file can hold", at: range)
  }
}

extension FixIt {
  fileprivate static func replace(_ stated: Spanned<Int>, with value: Int) -> FixIt {
    FixIt("replace \(stated.value) with \(value)", replace: stated.range, with: String(value))
  }
}
