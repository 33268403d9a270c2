import VGGDiagnostics

/// A window does not fit the feature map.
package struct MapTooSmall: Finding {
  package enum Layer: Hashable, Sendable {
    case convolution
    case maxPooling
    case averagePooling
    /// A fully connected layer at every position of the map.
    case denseLinear
  }

  package let layer: Layer
  package let kernel: Sides
  package let dilation: Sides
  package let padding: Sides
  package let map: PlaneSize
  /// Whether the window fits the map's height, and therefore exceeds its width.
  package let fitsHeight: Bool
  package let input: Spanned<MapShape>?
  /// The side of the smallest square input that fits every window.
  package let smallest: Int?

  package init(
    _ layer: Layer, kernel: Sides, dilation: Sides, padding: Sides, map: PlaneSize,
    fitsHeight: Bool, input: Spanned<MapShape>?, smallest: Int?
  ) {
    self.layer = layer
    self.kernel = kernel
    self.dilation = dilation
    self.padding = padding
    self.map = map
    self.fitsHeight = fitsHeight
    self.input = input
    self.smallest = smallest
  }

  /// The numbers along the side that is too small for the window.
  package struct Shortfall: Sendable {
    package let side: Int
    package let kernel: Int
    package let padding: Int
    package let dilation: Int

    /// The rows or columns with their padding.
    package var padded: Int { side + 2 * padding }
    /// The rows or columns that the kernel spans.
    package var extent: Int { (kernel - 1) * dilation + 1 }
  }

  package var shortfall: Shortfall {
    let along: (Sides) -> Int = { fitsHeight ? $0.width : $0.height }
    return Shortfall(
      side: fitsHeight ? map.width : map.height, kernel: along(kernel), padding: along(padding),
      dilation: along(dilation))
  }

  /// The input in the language's order, if its numbers look like height, width, channels.
  package var reorderedInput: MapShape? {
    guard let input = input?.value, input.width == 1 || input.width == 3, input.channels >= 16,
      input.height >= 16
    else { return nil }
    return MapShape(channels: input.width, height: input.channels, width: input.height)
  }

  package func words(in phrasebook: some FindingPhrasebook) -> FindingWords {
    phrasebook.words(for: self)
  }
}

extension MapTooSmall {
  package static let id = DiagnosticID.mapTooSmall
  package static let severity = Severity.error
  package static let stage = DiagnosticStage.checking

  package static let explanation = FindingExplanation(
    title: "The feature map is smaller than a layer's window",
    meaning: """
      Each `M` halves the height and the width of the map. 16 pixels become 8, 4, 2 and 1, and then a fifth 2x2 \
      window no longer fits. The paper's networks have five pooling layers, so they need images of at least 32 \
      pixels.

      A dilated kernel spans more than its size: a kernel of 3 with dilation 6 spans (3 - 1)*6 + 1 = 13 rows.

      A `dense` classifier needs a map of at least its window: with 7, maps of 7 x 7 and larger.

      PyTorch reports "Output size is too small" when it runs the network on an image.
      """,
    repair: """
      Use an input of at least the size in the note, or fewer pooling layers. With padding, a convolution fits a map \
      that is smaller than its kernel, and `{maxpool: 2, ceil: true}` fits a map of one pixel, but neither adds any \
      information. A smaller number for `dense` makes a different network, whose weights must be trained for that \
      map.
      """)

  package static let example = FindingExample(
    PackageResources.map_too_small_yaml,
    repairs: [
      .replace(
        "features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]",
        with: "features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512]")
    ])
}
