import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGSpec
import VGGTables

/// What the playground shows of one network: parts of the page, and what it says of each box of the
/// drawing when somebody points at it.
package struct NetworkView: Encodable, Sendable {
  /// The network's name and shapes.
  package let heading: String
  /// Why the layers end before the network does; `nil` for a whole one.
  package let stop: String?
  /// The totals, as HTML; empty where the network stops.
  package let facts: String
  /// The drawing, as SVG; its boxes carry `data-volume`, their place in ``volumes``.
  package let drawing: String
  /// The table of layers, as HTML; its rows carry `data-volume`, too.
  package let layers: String
  /// The photo on which receptive fields are painted, as SVG with one square of class `field`.
  package let receptiveField: String
  package let volumes: [VolumeView]

  private enum CodingKeys: String, CodingKey {
    case heading, stop, facts, drawing, layers, volumes
    case receptiveField = "sight"
  }

  /// - Parameters:
  ///   - own: The network at the size that the text has, in whose scale the boxes are drawn: those of
  ///     a smaller image are then smaller.
  ///   - place: Where an element of the text stands; `nil` for one of another file.
  package init(
    _ model: CheckedModel, inScaleOf own: CheckedModel, _ language: Language,
    place: (SourceRange) -> TextSpan?
  ) {
    let phrases = language.pagePhrases
    let named = NamedLayers(model.layers)
    let image = model.image
    let items = named.layers.diagramItems(from: image, taps: model.taps)
    let volumes = items.compactMap(\.volume)
    let ownItems = own.layers.diagramItems(from: own.image, taps: own.taps)
    let scale = DiagramScale(of: ownItems.compactMap(\.shape))
    heading = model.heading(phrases)
    var totals: TotalsList?
    switch model {
    case .graph(let graph):
      stop = nil
      totals = TotalsList(graph, phrases)
    case .stopped(let trace):
      stop = phrases.stops(because: trace.stop.reason(in: phrases.findings))
    }
    facts = totals.map { $0.html.rendered(as: .html) } ?? ""
    drawing = NetworkDrawing(items, phrases, in: scale, isWhole: stop == nil).element(
      phrases.pageTexts.drawingLabel
    )
    .rendered(as: .html)
    layers =
      LayerList(named, drawnAs: volumes, phrases).html.rendered(as: .html)
      + (LayerTable(model, phrases).taps.map {
        Element("p", text: $0).rendered(as: .html)
      } ?? "")
    receptiveField = ReceptiveFieldMarker(image: image).element.rendered(as: .html)
    let lessons = LayerLessons(named, phrases)
    self.volumes = volumes.map {
      VolumeView($0, of: model, lessons: lessons, image: image, phrases, place: place)
    }
  }
}

extension CheckedModel {
  /// The image; one pixel where it is the image that is wrong, and nothing else is shown.
  fileprivate var image: MapShape { input ?? MapShape(channels: 1, height: 1, width: 1) }

  /// The outputs besides the last, where the network is whole.
  fileprivate var taps: [Tap] {
    switch self {
    case .graph(let graph): graph.taps
    case .stopped: []
    }
  }

  fileprivate func heading(_ phrases: any PagePhrasebook) -> String {
    switch self {
    case .graph(let graph):
      "\(shortened(graph.name)): \(graph.input) → \(graph.output), "
        + phrases.weightLayers(graph.totals.weightLayers)
    case .stopped(let trace):
      shortened(trace.name) + (trace.input.map { ": \($0) → ✕" } ?? "")
    }
  }
}

extension DiagramItem {
  fileprivate var volume: DiagramVolume? {
    if case .volume(let volume) = self { volume } else { nil }
  }
}
