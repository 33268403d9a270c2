import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGGraphJSON
import VGGLessons
import VGGMarkup
import VGGSpec

/// The playground's details of one box of the drawing.
package struct VolumeView: Encodable, Sendable {
  /// The layer's name, or the names of layers drawn as one, with the shape and the taps.
  let title: String
  /// The arithmetic of the layers that the box represents, as HTML.
  let lesson: String
  let shares: [Share]
  /// The receptive field of the middle value of the box's map.
  let field: FieldOfView
  let sees: String
  /// The element of the text that specifies the layer.
  let element: TextSpan?

  /// The box's share of a cost of the whole network.
  struct Share: Encodable, Sendable {
    let key: String
    let title: String
    let value: String
    /// The fraction of the total, from 0 to 1; `nil` if the network stops and so has no total.
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

  /// The maximum number of lessons for a box, which may represent a hundred layers.
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
      .map { phrases.markingEnglish(in: $0).rendered(as: .html) }.joined()
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
  /// The sum of a cost; `nil` if it does not fit in 64 bits, which can happen in a network that stops.
  fileprivate func sum(of cost: (Layer) -> Int?) -> Int? {
    reduce(0) { sum, layer in
      guard let sum, let cost = cost(layer) else { return nil }
      return checkedSum(sum, cost)
    }
  }
}

/// A percentage with one decimal: `31.3%`; a positive fraction is never `0.0%`.
private func percentage(_ fraction: Double) -> String {
  let tenths = Int(clamping: (fraction * 1_000).rounded())
  if fraction > 0, tenths == 0 { return "< 0.1%" }
  return "\(tenths / 10).\(tenths % 10)%"
}
