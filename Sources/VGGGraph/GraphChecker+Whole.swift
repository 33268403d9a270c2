import VGGDiagnostics
import VGGPhotoFit
import VGGSpec

/// Checks that need the whole network: totals, limits, labels, preprocessing, proportions.
extension GraphChecker {
  /// The sums, or `nil` after an overflow has been reported; checks them against the limits.
  mutating func checkTotals(with taps: [Tap]) -> ModelTotals? {
    guard let input = spec.input, stop == nil else { return nil }
    guard let totals = ModelTotals(of: layers, input: input.value, taps: taps) else {
      fail(.totalOverflow(of: spec.name.value, at: spec.featuresRange.firstCharacter))
      return nil
    }
    for limit in spec.limits {
      let value =
        switch limit.value.quantity {
        case .parameters: totals.parameters
        case .macs: totals.macs
        case .activations: totals.activationBytes
        }
      if value > limit.value.maximum {
        diagnostics.append(.limitExceeded(limit, value: value, model: spec.name.value))
      }
    }
    return totals
  }

  mutating func checkLabels() {
    guard let count, hasClasses else { return }
    if count == 1, let last = lastLinear {
      warn(.oneClass(at: last.value.outputsRange ?? last.range.firstCharacter))
    }
    guard let labels = spec.labels else { return }
    guard labels.value.count != count else { return }
    diagnostics.append(.classesLabelsMismatch(labels, outputs: count, lastLinear: lastLinear))
  }

  private var lastLinear: Spanned<LinearSpec>? {
    for element in spec.classifier.reversed() {
      if case .linear(let linear) = element.value { return Spanned(linear, at: element.range) }
    }
    return nil
  }

  /// The place where the first fully connected layer is written; the classifier's first character if it is
  /// a default.
  private var firstLinearRange: SourceRange {
    let linear = spec.classifier.first { element in
      if case .linear = element.value { true } else { false }
    }
    guard let linear, linear.range != spec.classifierRange else {
      return spec.classifierRange.firstCharacter
    }
    return linear.range
  }

  /// The way from a photo to the input, with the defaults of ImageNet's usual transform.
  ///
  /// Defaults: photos of the input's size are unchanged, others are resized so that they cover the input with a margin
  /// of 256/224 on both sides; the crop is the input; colour images are normalised by ImageNet's mean and deviation, others
  /// are left between 0 and 1.
  mutating func checkPreprocess() -> Preprocessing {
    let input = spec.input?.value ?? LanguageDefaults.input
    let size = PlaneSize(height: input.height, width: input.width)
    let stated = spec.preprocess
    if let crop = stated?.crop, spec.input != nil, crop.value != size {
      diagnostics.append(.cropMismatch(crop, input: input, at: spec.input?.range))
    }
    if let resize = stated?.resize, stated?.crop == nil || stated?.crop?.value == size {
      check(resize, for: size)
    }
    let isColour = input.channels == 3
    return Preprocessing(
      resize: stated?.resize?.value ?? .usual(for: size),
      interpolation: stated?.interpolation?.value ?? LanguageDefaults.interpolation,
      crop: size,
      mean: perChannel(
        stated?.mean, of: "mean",
        otherwise: isColour ? LanguageDefaults.colourMean : [LanguageDefaults.mean]),
      deviation: perChannel(
        stated?.deviation, of: "std",
        otherwise: isColour ? LanguageDefaults.colourDeviation : [LanguageDefaults.deviation]))
  }

  /// Checks as much as is known without a photo: that photos of the input's own proportions fill the crop, and that at least
  /// half of some photo can be seen.
  private mutating func check(_ resize: Spanned<PhotoResize>, for size: PlaneSize) {
    guard resize.value.placement(of: size, through: size).fillsCrop else {
      diagnostics.append(.resizeBelowCrop(resize, input: size, at: spec.input?.range))
      return
    }
    let share = resize.value.largestVisibleShare(through: size)
    if share < 0.5 { warn(.smallCrop(resize, crop: size, share: share)) }
  }

  private mutating func perChannel(
    _ stated: Spanned<[Double]>?, of what: String, otherwise values: [Double]
  ) -> [Double] {
    guard let input = spec.input?.value else { return values }
    if let stated, stated.value.count != 1, stated.value.count != input.channels {
      diagnostics.append(
        .perChannelMismatch(what, stated, channels: input.channels, at: spec.input?.range))
    }
    return stated?.value ?? values
  }

  /// Warns about a sigmoid or a tanh before a softmax, which is a layer or the one in training's loss.
  mutating func checkScores() {
    let last = layers.last { !$0.kind.isDropout }
    let end = layers.last { !$0.kind.isDropout && !$0.kind.isSoftmax }
    guard let end, let last, let activation = end.kind.activation?.activation,
      activation.isBounded
    else { return }
    if last.kind.isSoftmax {
      warn(.squashedScores(activation, before: .layer(last.range), at: end.range))
    } else if let range = spec.trainingRange {
      warn(.squashedScores(activation, before: .loss(range), at: end.range))
    }
  }

  /// Warns about a network that is valid but probably not the intended one.
  mutating func checkProportions(_ totals: ModelTotals) {
    let (bound, overflow) = totals.featureParameters.multipliedReportingOverflow(by: 20)
    if let inputs = totals.flattened, !overflow, totals.featureParameters > 0,
      totals.classifierParameters > bound
    {
      warn(.largeClassifier(totals, inputs: inputs, at: firstLinearRange))
    }
    let bytes = layers.stateBytes
    if bytes > 1 << 31 {
      warn(.weightsOverTwoGiB(bytes, at: spec.featuresRange.firstCharacter))
    }
  }
}
