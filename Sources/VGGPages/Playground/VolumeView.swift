import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGGraphJSON
import VGGLessons
import VGGMarkup
import VGGSpec

/// What the playground says of one box of the drawing.
package struct VolumeView: Encodable, Sendable {
  /// The layer's name, or the names of those that are drawn as one.
  let title: String
  /// The arithmetic of the layers that the box stands for, as HTML.
  let lesson: String
  let shares: [Share]
  /// What the middle value of the box's map sees of the image.
  let field: FieldOfView
  let sees: String
  /// The element of the text that asked for the layer.
  let element: TextSpan?

  /// Of some cost of the whole network, how much falls to the box.
  struct Share: Encodable, Sendable {
    let key: String
    let title: String
    let value: String
    /// From 0 to 1; `nil` where the network stops, and so has no total.
    let fraction: Double?
    let percent: String?

    init(
      key: String, title: String, text: (Int) -> String, amount: Int?, of total: Int?
    ) {
      self.key = key
      self.title = title
      value = amount.map(text) ?? "-"
      fraction = amount.flatMap { amount in
        total.map { $0 == 0 ? 0 : Double(amount) / Double($0) }
      }
      percent = fraction.map(percentage)
    }
  }

  /// More lessons than this are no lesson any more, as where a hundred layers are drawn as one box.
  private static let mostLessons = 4

  init(
    _ volume: DiagramVolume, of model: CheckedModel, lessons: LayerLessons, image: MapShape,
    _ phrases: any PagePhrasebook, place: (SourceRange) -> TextSpan?
  ) {
    let layers = lessons.layers[volume.layers]
    title =
      "\(volume.names(in: phrases)): \(volume.shape)"
      + (volume.taps.isEmpty ? "" : "; \(phrases.tapped(volume.taps))")
    let blocks = volume.layers.prefix(Self.mostLessons).map {
      lessons.lesson(of: $0).entry(lessons.names[$0])
    }
    lesson = TextDocument(blocks: blocks).html(id: "lesson", under: 1)
      .map { $0.rendered(as: .html) }.joined()
    shares = Self.shares(of: layers, in: model, phrases)
    if let last = layers.last {
      field = FieldOfView(last, image: image)
      sees =
        last.receptiveField == nil
        ? phrases.pageTexts.seesEverything : phrases.view(field.width, field.height)
    } else {
      field = FieldOfView(middleOf: image)
      sees = phrases.pageTexts.isAPixel
    }
    element = layers.first.flatMap { place($0.range) }
  }

  private static func shares(
    of layers: ArraySlice<Layer>, in model: CheckedModel, _ phrases: any PagePhrasebook
  ) -> [Share] {
    let totals: ModelTotals? = if case .graph(let graph) = model { graph.totals } else { nil }
    return [
      Share(
        key: TotalKey.parameters.rawValue, title: phrases.lessonTexts.parameters, text: grouped,
        amount: layers.sum(of: \.parameters),
        of: totals?.parameters),
      Share(
        key: TotalKey.macs.rawValue, title: phrases.lessonTexts.macs, text: grouped,
        amount: layers.sum(of: \.macs),
        of: totals?.macs),
      Share(
        key: "memory", title: phrases.lessonTexts.memory, text: bytes,
        amount: layers.sum(of: \.activationBytes),
        of: totals?.activationBytes),
    ]
  }
}

extension Sequence<Layer> {
  /// `nil` where it does not fit 64 bits, as it may in a network that stops.
  fileprivate func sum(of cost: (Layer) -> Int?) -> Int? {
    reduce(0) { sum, layer in
      guard let sum, let cost = cost(layer) else { return nil }
      return checkedSum(sum, cost)
    }
  }
}

/// With one decimal: `31.3 %`; what is more than nothing is never `0.0 %`.
private func percentage(_ fraction: Double) -> String {
  let tenths = Int(clamping: (fraction * 1_000).rounded())
  if fraction > 0, tenths == 0 { return "< 0.1 %" }
  return "\(tenths / 10).\(tenths % 10) %"
}
