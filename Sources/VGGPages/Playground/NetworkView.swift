import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGSpec
import VGGTables

/// The playground's view of one network: parts of the page, and the details of each box of the drawing,
/// shown when the user points at it.
package struct NetworkView: Encodable, Sendable {
  /// The network's name and shapes.
  package let heading: String
  /// The error at which the layers end; `nil` for a complete network.
  package let stop: String?
  /// The totals, as HTML; empty if the network stops.
  package let facts: String
  /// The drawing, as SVG; its boxes have `data-volume`, their index in ``volumes``.
  package let drawing: String
  /// The table of layers, as HTML; its rows also have `data-volume`.
  package let layers: String
  /// The photo on which receptive fields are drawn, as SVG with one square of class `field`.
  package let receptiveField: String
  package let volumes: [VolumeView]

  private enum CodingKeys: String, CodingKey {
    case heading, stop, facts, drawing, layers, volumes
    case receptiveField = "sight"
  }

  /// - Parameters:
  ///   - own: The network at the image size in the text, which determines the scale of the boxes: those for
  ///     a smaller image are smaller.
  ///   - place: Returns the location of an element in the text; `nil` for an element of another file.
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
    func html(_ element: Element) -> String {
      phrases.markingEnglish(in: element).rendered(as: .html)
    }
    facts = totals.map { html($0.html) } ?? ""
    let picture = NetworkDrawing(items, phrases, in: scale, isWhole: stop == nil)
    drawing = html(picture.element(phrases.pageTexts.drawingLabel))
    layers =
      html(LayerList(named, drawnAs: volumes, phrases).html)
      + (LayerTable(model, phrases).taps.map { html(Element("p", text: $0)) } ?? "")
    receptiveField = ReceptiveFieldMarker(image: image).element.rendered(as: .html)
    let lessons = LayerLessons(named, phrases)
    self.volumes = volumes.map {
      VolumeView($0, of: model, lessons: lessons, image: image, phrases, place: place)
    }
  }
}

extension CheckedModel {
  /// The image's shape; one pixel if the image itself is invalid, and nothing else is shown.
  fileprivate var image: MapShape { input ?? MapShape(channels: 1, height: 1, width: 1) }

  /// The outputs other than the last, if the network is complete.
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
