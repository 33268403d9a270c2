import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// Pictures of networks as one SVG document: the layers' output volumes as boxes with the lengths of
/// ``DiagramScale``, one network below the other.
///
/// - Parameter comment: The origin of the picture.
package func svgDiagram(
  _ graphs: [ModelGraph], comment: String, in language: Language = .english
) -> String {
  var sheet = SVGSheet(language.pagePhrases)
  for graph in graphs { sheet.add(graph) }
  sheet.addLegend(graphs)
  return sheet.root(graphs).document(as: .xml, comment: comment)
}

/// The picture of one network as an element of a page.
///
/// - Parameter id: The prefix of the ids in the element, which must be unique on a page.
func svgElement(_ graph: ModelGraph, id: String, in phrases: any PagePhrasebook) -> Element {
  var sheet = SVGSheet(phrases)
  sheet.add(graph, rowWidth: DiagramLayout.rowWidthOnPage)
  sheet.addLegend([graph])
  return sheet.root([graph], id: id)
}

/// A picture under construction, from the top down.
struct SVGSheet {
  static let margin = 16.0
  /// The distance from the ground line down to the start of a slanted label.
  private static let labelStart = 10.0

  private let phrases: any PagePhrasebook
  private(set) var elements: [Element] = []
  private(set) var y = margin
  /// The right end of the last row's ground line.
  private var end = (x: margin, y: margin)
  private(set) var width = 560.0

  init(_ phrases: any PagePhrasebook) {
    self.phrases = phrases
  }

  mutating func add(_ graph: ModelGraph, rowWidth: Double = DiagramLayout.rowWidth) {
    addHeading(graph)
    add(DiagramLayout(graph.diagramItems, phrases, rowWidth: rowWidth))
  }

  /// - Parameter attributes: The additional attributes of a volume's box.
  mutating func add(
    _ layout: DiagramLayout,
    attributes: (DiagramVolume) -> KeyValuePairs<String, String> = { _ in [:] }
  ) {
    width = max(width, layout.width)
    for row in layout.rows {
      let ground = y + row.height
      elements.append(
        Element(
          "line",
          [
            "class": "ground", "x1": coordinate(Self.margin), "y1": coordinate(ground + 0.5),
            "x2": coordinate(Self.margin + row.end), "y2": coordinate(ground + 0.5),
          ]))
      for place in row.places { add(place, ground, attributes: attributes) }
      end = (Self.margin + row.end, ground)
      y = ground + Self.labelStart + (row.places.map(\.labelLength).max() ?? 0) * 0.87
    }
  }

  /// Adds a cross after the last box: the network stops there.
  mutating func addCross() {
    let (x, y) = (coordinate(end.x + 22), coordinate(end.y - 14))
    elements.append(
      Element(
        "path",
        [
          "class": "cross", "transform": "translate(\(x) \(y))",
          "d": "M-9-9L9 9M9-9L-9 9",
        ]))
    width = max(width, end.x + 36)
  }

  /// Adds the network's name and summary.
  private mutating func addHeading(_ graph: ModelGraph) {
    y += 14
    addText(shortened(graph.name), x: Self.margin, ["class": "heading"])
    y += 16
    addText(phrases.diagramHeading(graph), x: Self.margin, ["class": "note"])
    y += 18
  }

  private mutating func addText(
    _ text: String, x: Double, _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    let element = Element("text", attributes, text: text)
    elements.append(element.adding(["x": coordinate(x), "y": coordinate(y)]))
  }

  private mutating func add(
    _ place: DiagramLayout.Place, _ ground: Double,
    attributes: (DiagramVolume) -> KeyValuePairs<String, String>
  ) {
    let x = Self.margin + place.x
    switch place.item {
    case .volume(let volume):
      let box = Element(
        "g",
        [
          "class": "box \(volume.kind.rawValue)",
          "transform": "translate(\(coordinate(x)) \(coordinate(ground)))",
        ]
      ) {
        Element("title", text: volume.description(in: phrases))
        place.box.faces
      }
      elements.append(box.adding(attributes(volume)))
      if place.item.isTapped { elements.append(place.box.tapArrow(x: x, ground: ground)) }
    case .omission:
      elements.append(
        Element(
          "text", ["x": coordinate(x + 6), "y": coordinate(ground - 4), "class": "heading"],
          text: "…"))
    }
    addLabel(of: place, ground)
  }

  /// Adds a slanted label below the ground line: the layer's name and output.
  private mutating func addLabel(of place: DiagramLayout.Place, _ ground: Double) {
    let (x, y) = (coordinate(Self.margin + place.labelX - 3), coordinate(ground + Self.labelStart))
    elements.append(
      Element("text", ["transform": "translate(\(x) \(y)) rotate(60)"]) {
        place.label
        if let shape = place.item.shape {
          " "
          Element("tspan", ["class": "shape"], text: "\(shape)")
        }
      })
  }

  /// Adds the meaning of the colours and lengths.
  mutating func addLegend(_ graphs: [ModelGraph]) {
    let kinds = Set(graphs.flatMap(\.diagramVolumes).map(\.kind))
    let isNormalized = graphs.flatMap(\.layers).contains {
      $0.kind.batchNorm != nil
    }
    let activations = graphs.flatMap(\.featureActivations).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    var x = Self.margin
    y += 10
    for kind in VolumeKind.allCases where kinds.contains(kind) {
      let meaning = phrases.meaning(of: kind, isNormalized: isNormalized, activations: activations)
      let length = 22 + 5.6 * Double(displayWidth(meaning)) + 14
      if x > Self.margin, x + length > width {
        x = Self.margin
        y += 18
      }
      elements.append(
        Element(
          "g",
          [
            "class": "box \(kind.rawValue)",
            "transform": "translate(\(coordinate(x)) \(coordinate(y)))",
          ]
        ) {
          DiagramBox(thickness: 9, height: 8, right: 3, up: 3).faces
        })
      addText(meaning, x: x + 18)
      x += length
    }
    if graphs.contains(where: { !$0.taps.isEmpty }) { addTapMeaning() }
    y += 20
    addText(phrases.pageTexts.diagramScale, x: Self.margin, ["class": "note"])
    y += Self.margin
  }

  /// Adds the arrow of taps, on a separate line of the legend.
  private mutating func addTapMeaning() {
    y += 18
    elements.append(
      DiagramBox(thickness: 9, height: 0, right: 0, up: 0).tapArrow(x: Self.margin, ground: y))
    addText(phrases.tapMeaning, x: Self.margin + 18)
  }

  func root(_ graphs: [ModelGraph], id: String = "vggc") -> Element {
    let (wide, high) = (coordinate(width + 2 * Self.margin), coordinate(y))
    let names = graphs.map { shortened($0.name) }.joined(separator: ", ")
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "vggc", "width": wide, "height": high,
        "viewBox": "0 0 \(wide) \(high)", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-description",
      ]
    ) {
      Element("title", ["id": "\(id)-title"], text: phrases.diagramTitle(names))
      Element(
        "desc", ["id": "\(id)-description"],
        text: graphs.map { $0.spokenDiagram(phrases) }.joined(separator: " "))
      Element("style") { Element.Node.lines(DiagramStyle.lines) }
      elements
    }
  }
}

extension DiagramBox {
  /// The height of the arrow above the box.
  static let tapHeight = 14.0

  /// An arrow up from the middle of the top of a box at `x` on the ground: values that leave the network here.
  fileprivate func tapArrow(x: Double, ground: Double) -> Element {
    let (x, y) = (
      coordinate(x + (thickness + right) / 2), coordinate(ground - height - up / 2)
    )
    return Element(
      "path",
      [
        "transform": "translate(\(x) \(y))", "d": "M0 0v-12m-3 4l3-4l3 4", "fill": "none",
        "stroke": "currentColor", "stroke-width": "1.2",
      ])
  }

  /// The three visible faces, from the front's lower left corner.
  fileprivate var faces: [Element] {
    let (t, h, r, u) = (
      coordinate(thickness), coordinate(height), coordinate(right), coordinate(up)
    )
    return [
      Element("path", ["class": "front", "d": "M0 0h\(t)v-\(h)h-\(t)z"]),
      Element("path", ["class": "top", "d": "M0-\(h)l\(r)-\(u)h\(t)l-\(r) \(u)z"]),
      Element("path", ["class": "side", "d": "M\(t) 0l\(r)-\(u)v-\(h)l-\(r) \(u)z"]),
    ]
  }
}

extension ModelGraph {
  /// The activations among the features, in the paper's notation.
  fileprivate var featureActivations: [String] {
    layers.filter { layer in
      if case .features = layer.position { layer.kind.group == .activation } else { false }
    }.map(\.kind.notation)
  }

  /// A description of the picture in words.
  fileprivate func spokenDiagram(_ phrases: any PagePhrasebook) -> String {
    let parts = diagramItems.map { item in
      let label = item.label(in: phrases)
      return item.shape.map { "\(label) \($0)" } ?? label
    }
    return "\(shortened(name)): \(parts.joined(separator: ", "))."
  }
}

/// A coordinate rounded to one decimal, which is finer than a screen shows.
func coordinate(_ value: Double) -> String {
  plain((value * 10).rounded() / 10)
}
