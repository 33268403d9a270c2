import VGGDiagnostics
import VGGFindings
import VGGPhotoFit
import VGGSpec

/// The findings of checking, created from the graph's types.
extension Diagnostic {
  // MARK: - Chaining

  /// - Parameter isImage: Whether the channels are the input's, as no convolution comes before.
  static func channelMismatch(
    stated: Spanned<Int>, carried: Int, source: SourceRange?, isImage: Bool
  ) -> Diagnostic {
    Diagnostic(
      ChannelMismatch(stated: stated.value, carried: carried, source: source, isImage: isImage),
      at: stated.range)
  }

  static func unevenGroups(
    _ groups: ConvolutionGroups, inputs: Int, outputs: Int, source: SourceRange?,
    at range: SourceRange
  ) -> Diagnostic {
    let stated: UnevenGroups.Groups =
      switch groups {
      case .count(let count): .count(count)
      case .depthwise: .depthwise
      }
    return Diagnostic(
      UnevenGroups(stated, inputs: inputs, outputs: outputs, source: source), at: range)
  }

  static func linearInputMismatch(
    _ stated: Spanned<Int>, map: MapShape, source: SourceRange?, fitsAnyInput: Bool,
    sizes: ClosedRange<Int>?
  ) -> Diagnostic {
    Diagnostic(
      LinearInputMismatch.flattenedMap(
        stated: stated.value, map, flattened: Shape.map(map).elementCount, source: source,
        fitsAnyInput: fitsAnyInput, sizes: sizes),
      at: stated.range)
  }

  static func linearChainMismatch(
    _ stated: Spanned<Int>, previous: Int, at source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      LinearInputMismatch.previousLayer(
        stated: stated.value, outputs: previous, source: source),
      at: stated.range)
  }

  // MARK: - The network's end

  static func noSuchEnd(_ until: Spanned<String>, names: [String], last: String?) -> Diagnostic {
    Diagnostic(
      NetworkEnd.unknownLayer(
        until.value, nearest: nearestName(to: until.value, among: names), last: last),
      at: until.range)
  }

  static func notReached(
    _ key: ModelKey, until: Spanned<String>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      NetworkEnd.notReached(key: key.rawValue, last: until.value, until: until.range), at: range)
  }

  static func labelsWithoutClasses(classifier: SourceRange, at range: SourceRange) -> Diagnostic {
    Diagnostic(NetworkEnd.labelsWithoutClasses(classifier: classifier), at: range)
  }

  static func nothingComputed(at range: SourceRange) -> Diagnostic {
    Diagnostic(NetworkEnd.nothingComputed, at: range)
  }

  // MARK: - Taps

  /// - Parameter layers: The place where a model that inherits the tap lists its layers; `nil` for its own tap.
  static func noSuchTap(
    _ tap: Spanned<String>, names: [String], layers: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      NetworkTap.unknownLayer(
        tap.value, nearest: nearestName(to: tap.value, among: names), layers: layers),
      at: tap.range)
  }

  static func tapAfterEnd(_ tap: Spanned<String>, until: Spanned<String>) -> Diagnostic {
    Diagnostic(
      NetworkTap.afterEnd(tap.value, last: until.value, until: until.range), at: tap.range)
  }

  static func tappedOutput(_ tap: Spanned<String>) -> Diagnostic {
    Diagnostic(NetworkTap.isOutput(tap.value), at: tap.range)
  }

  static func repeatedTap(_ tap: Spanned<String>, first: Spanned<String>) -> Diagnostic {
    Diagnostic(
      NetworkTap.repeated(tap.value, first: first.value, firstRange: first.range), at: tap.range)
  }

  static func tappedDropout(_ tap: Spanned<String>, before: String?) -> Diagnostic {
    Diagnostic(NetworkTap.dropout(tap.value, before: before), at: tap.range)
  }

  static func normBeforeLinear(map: MapShape?, at range: SourceRange) -> Diagnostic {
    Diagnostic(NormBeforeLinear(map: map), at: range)
  }

  static func squashedScores(
    _ activation: Activation, before softmax: SquashedScores.Softmax, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(SquashedScores(activation.word.rawValue, before: softmax), at: range)
  }

  // MARK: - Shapes

  static func mapTooSmall(
    _ layer: MapTooSmall.Layer, _ window: Window, over map: MapShape, smallest: Int?,
    input: Spanned<MapShape>?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      MapTooSmall(
        layer, kernel: window.kernel, dilation: window.dilation, padding: window.padding,
        map: map.plane, fitsHeight: window.rows.outputSize(map.height) != nil, input: input,
        smallest: smallest),
      at: range)
  }

  static func inputOverflow(_ input: MapShape, at range: SourceRange) -> Diagnostic {
    Diagnostic(CountOverflow.input(input), at: range)
  }

  static func costOverflow(at range: SourceRange) -> Diagnostic {
    Diagnostic(CountOverflow.layer, at: range)
  }

  static func totalOverflow(of model: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(CountOverflow.total(model), at: range)
  }

  // MARK: - The whole network

  static func classesLabelsMismatch(
    _ labels: Spanned<[String]>, outputs: Int, lastLinear: Spanned<LinearSpec>?
  ) -> Diagnostic {
    let source = lastLinear?.value.outputsRange ?? lastLinear?.range.firstCharacter
    return Diagnostic(
      ClassesLabelsMismatch(labels: labels.value.count, outputs: outputs, source: source),
      at: labels.range)
  }

  static func limitExceeded(_ limit: Spanned<Limit>, value: Int, model: String) -> Diagnostic {
    Diagnostic(
      LimitExceeded(
        limit.value.quantity, of: model, value: value, maximum: limit.value.maximum),
      at: limit.range)
  }

  static func cropMismatch(
    _ crop: Spanned<PlaneSize>, input: MapShape, at source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      PreprocessMismatch.crop(crop.value, input: input.plane, source: source), at: crop.range)
  }

  static func resizeBelowCrop(
    _ resize: Spanned<PhotoResize>, input: PlaneSize, at source: SourceRange?
  ) -> Diagnostic {
    let finding: PreprocessMismatch =
      switch resize.value {
      case .shorterSide(let side): .shorterSide(side, input: input, source: source)
      case .size(let height, let width), .cover(let height, let width):
        .size(PlaneSize(height: height, width: width), input: input, source: source)
      case .unchanged: .size(input, input: input, source: source)
      }
    return Diagnostic(finding, at: resize.range)
  }

  static func perChannelMismatch(
    _ key: String, _ stated: Spanned<[Double]>, channels: Int, at source: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      PreprocessMismatch.perChannel(
        key, values: stated.value.count, channels: channels, source: source),
      at: stated.range)
  }

  // MARK: - Warnings

  /// - Parameter share: The largest share of a photo that the network sees.
  static func smallCrop(
    _ resize: Spanned<PhotoResize>, crop: PlaneSize, share: Double
  ) -> Diagnostic {
    let square = resize.value.placement(of: PlaneSize(height: 1, width: 1), through: crop)
    let size = PlaneSize(height: square.rows.resized, width: square.columns.resized)
    let isExact = if case .size = resize.value { true } else { false }
    return Diagnostic(
      SmallCrop(crop: crop, resized: size, isExact: isExact, share: share), at: resize.range)
  }

  /// - Parameter pool: The pooling layer with its size rounded up, as the language writes it; `nil` if
  ///   that is not possible, or would not keep the edge either.
  static func poolDropsEdge(
    rows: Int, columns: Int, from: PlaneSize, to: PlaneSize, roundingUp pool: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      PoolDropsEdge(rows: rows, columns: columns, from: from, to: to, roundingUp: pool), at: range)
  }

  /// - Parameter joined: One pooling layer with the effect of both, as the language writes it.
  static func repeatedPool(joined: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(RepeatedPool(joined: joined), at: range)
  }

  static func poolWithoutEffect(at range: SourceRange) -> Diagnostic {
    Diagnostic(PoolWithoutEffect(), at: range)
  }

  static func noPooling(at range: SourceRange, map: MapShape?) -> Diagnostic {
    Diagnostic(
      NoPooling(map: map, values: map.map { Shape.map($0).elementCount } ?? 0), at: range)
  }

  static func narrowConvolution(channels: Int, next: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(NarrowConvolution(channels: channels, next: next), at: range)
  }

  static func paddingOverKernel(
    _ window: Window, output: PlaneSize, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      PaddingOverKernel(
        kernel: window.kernel, extent: window.extent, padding: window.padding, output: output),
      at: range)
  }

  static func adaptivePoolEnlarges(
    from: MapShape, to: PlaneSize, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      AdaptivePoolEnlarges(from: from, values: Shape.map(from).elementCount, to: to), at: range)
  }

  /// - Parameter sizes: The square inputs whose map has the pool's own size.
  static func adaptivePoolUneven(
    from: MapShape, to: PlaneSize, sizes: ClosedRange<Int>?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(AdaptivePoolUneven(from: from.plane, to: to, sizes: sizes), at: range)
  }

  static func oneClass(at range: SourceRange) -> Diagnostic { Diagnostic(OneClass(), at: range) }

  static func largeClassifier(
    _ totals: ModelTotals, inputs: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      LargeClassifier(
        classifierParameters: totals.classifierParameters,
        featureParameters: totals.featureParameters, inputs: inputs),
      at: range)
  }

  static func weightsOverTwoGiB(_ bytes: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(WeightsOverTwoGiB(bytes: bytes), at: range)
  }
}

extension MapShape {
  fileprivate var plane: PlaneSize { PlaneSize(height: height, width: width) }
}
