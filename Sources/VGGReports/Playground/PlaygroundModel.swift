import VGGDiagnostics
import VGGGraph
import VGGSpec

/// A model as the playground's page shows it: every number and every sentence is here, so that the
/// page reckons nothing.
package struct PlaygroundModel: Encodable, Sendable {
  package struct Total: Encodable, Sendable {
    let name: String
    let value: String
    let meaning: String
  }

  package struct Line: Encodable, Sendable {
    let label: String
    let text: String
  }

  /// A layer's part of one of the totals.
  package struct Share: Encodable, Sendable {
    let of: String
    let text: String
    /// Of 100.
    let percent: Double
  }

  package struct Field: Encodable, Sendable {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    let text: String
  }

  package struct Entry: Encodable, Sendable {
    let name: String
    let head: String
    let cells: [String]
    let lines: [Line]
    let shares: [Share]
    let field: Field?
    /// UTF-16 offsets in the text; `nil` where the layer was asked for by another file.
    package var range: [Int]?
  }

  /// More layers than this are not listed.
  static let mostLayers = 400

  package let name: String
  let input: String
  let headline: String
  let flattened: String?
  let flattenedFormula: String?
  let stop: String?
  let totals: [Total]
  let columns: [String]
  package var layers: [Entry]
  let more: String?
  /// The boxes, as SVG.
  let picture: String
  /// The photo on which receptive fields are painted, as SVG, and how it lies in its picture.
  let photo: String
  let viewBox: String
  /// The smallest square image that works.
  let smallest: Int?
}

extension PlaygroundModel {
  /// - Parameters:
  ///   - configured: The same model at its own input, in whose scale the picture is drawn.
  ///   - range: Where in the text a layer was asked for.
  package init(
    _ model: CheckedModel, configured: CheckedModel, in language: Language,
    range: (Layer) -> [Int]?
  ) {
    let phrases = language.phrases
    let layers = model.layers
    let image = model.image ?? MapShape(channels: 3, height: 224, width: 224)
    let named = NamedLayers(layers)
    let shown = named.indices.prefix(Self.mostLayers)
    let columns: [LayerColumn] = [
      .name, .notation, .input, .output, .parameters, .macs, .receptiveField,
    ]
    name = printable(model.name)
    input = "\(image)"
    self.columns = columns.map(\.column.title)
    let sums = LayerSums(layers)
    self.layers = shown.map { index in
      let layer = layers[index]
      let lesson = LayerLesson(
        layer: layer, fieldBefore: named.fieldBefore(index),
        nextConvolution: named.indices.dropFirst(index + 1)
          .first { layers[$0].kind.isConvolution }.map { named.names[$0] }, phrases: phrases)
      let view = FieldOfView(layer, image: image)
      return Entry(
        name: named.names[index], head: lesson.head(named.names[index]),
        cells: columns.map { $0.cell(of: layer, named: named.names[index]) },
        lines: lesson.lines.map { Line(label: phrases.label($0.label), text: $0.text) },
        shares: sums.shares(of: layer, phrases),
        field: Field(
          x: view.x, y: view.y, width: view.width, height: view.height,
          text: phrases.view(view.width, view.height)), range: range(layer))
    }
    more = shown.count < layers.count ? phrases.cut(after: shown.count, of: layers.count) : nil
    let scale = DiagramScale(
      of: (configured.layers.isEmpty ? [.map(image)] : configured.pictureShapes))
    var sheet = SVGSheet()
    sheet.add(DiagramLayout(layers.diagramItems(from: image), in: scale)) { volume in
      [
        XMLAttribute(name: "data-first", value: "\(volume.layers.lowerBound)"),
        XMLAttribute(name: "data-last", value: "\(volume.layers.upperBound - 1)"),
      ]
    }
    picture = XMLRenderer.text(of: sheet.picture)
    let scene = ScenePicture(image: image)
    photo = XMLRenderer.text(
      of: XMLElement(
        "svg", ["xmlns": "http://www.w3.org/2000/svg"], scene.elements.map { .element($0) }))
    viewBox = scene.viewBox
    switch model {
    case .graph(let graph):
      headline =
        "\(graph.input) -> \(graph.output): \(grouped(graph.totals.parameters)) \(phrases.parameters), "
        + "\(grouped(graph.totals.macs)) \(phrases.macs)"
      flattened = grouped(graph.totals.flattened)
      let map = graph.finalMap
      flattenedFormula = "\(map.channels) * \(map.height) * \(map.width)"
      stop = nil
      totals = TotalsTable(graph).rows.map { Total(name: $0[0], value: $0[1], meaning: $0[2]) }
      smallest = graph.smallestSquareInput
    case .stopped(let trace):
      headline = "\(image)"
      flattened = nil
      flattenedFormula = nil
      stop = [trace.stop.message, trace.stop.label].compactMap { $0 }.joined(separator: ": ")
      totals = []
      if case .graph(let graph) = configured {
        smallest = graph.smallestSquareInput
      } else {
        smallest = nil
      }
    }
  }
}

/// What the layers add up to, of which each has a share.
private struct LayerSums {
  let parameters: Double
  let macs: Double
  let bytes: Double

  init(_ layers: [Layer]) {
    parameters = layers.reduce(0) { $0 + Double($1.parameters) }
    macs = layers.reduce(0) { $0 + Double($1.macs) }
    bytes = layers.reduce(0) { $0 + Double($1.memory) }
  }

  func shares(of layer: Layer, _ phrases: any Phrasebook) -> [PlaygroundModel.Share] {
    [
      share(phrases.parameters, grouped(layer.parameters), Double(layer.parameters), parameters),
      share(phrases.macs, grouped(layer.macs), Double(layer.macs), macs),
      share(phrases.memory, VGGReports.bytes(layer.memory), Double(layer.memory), bytes),
    ]
  }

  private func share(
    _ name: String, _ text: String, _ part: Double, _ whole: Double
  ) -> PlaygroundModel.Share {
    let percent = whole > 0 ? 100 * part / whole : 0
    let shown =
      part > 0 && percent < 0.05 ? "<0.1 %" : "\(plain((percent * 10).rounded() / 10)) %"
    return PlaygroundModel.Share(
      of: name, text: part > 0 ? "\(text), \(shown)" : "-", percent: percent)
  }
}

extension Layer {
  /// The bytes of its output, none where it works in place.
  fileprivate var memory: Int {
    kind.worksInPlace ? 0 : output.elementCount * MemoryLayout<Float>.size
  }
}

extension CheckedModel {
  package var image: MapShape? {
    switch self {
    case .graph(let graph): graph.input
    case .stopped(let trace): trace.input
    }
  }

  /// What its picture shows.
  fileprivate var pictureShapes: [Shape] {
    image.map { layers.diagramItems(from: $0).compactMap(\.shape) } ?? []
  }
}

extension SVGSheet {
  /// The boxes alone; the page has the style.
  var picture: XMLElement {
    let (wide, high) = (coordinate(width + 2 * SVGSheet.margin), coordinate(y))
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "vggc", "width": wide, "height": high,
        "viewBox": "0 0 \(wide) \(high)",
      ], elements.map { .element($0) })
  }
}

/// The colours of pictures, as a style sheet for a page.
package var pictureStyle: String { DiagramStyle.lines.joined(separator: "\n") + "\n" }
