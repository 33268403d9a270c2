import VGGGraph
import VGGLessons
import VGGMarkup
import VGGSpec

/// The drawn photo with the receptive field of a value at the end of each block, as nested squares.
struct ReceptiveFieldPicture {
  private let scene: ScenePicture
  /// The fields, at most ``mostFields``; each has a separate class in the page's style sheet.
  private let fields: [(name: String, size: Sides, view: FieldOfView)]

  /// The maximum number of squares that can be told apart.
  static let mostFields = 8

  /// Creates a picture; `nil` if no layer's receptive field is known.
  init?(_ graph: ModelGraph) {
    let named = NamedLayers(graph.layers)
    let shown = named.landmarks.suffix(Self.mostFields)
    guard !shown.isEmpty else { return nil }
    fields = shown.compactMap { index in
      named.layers[index].receptiveField.map {
        (named.names[index], $0.size, FieldOfView(named.layers[index], image: graph.input))
      }
    }
    scene = ScenePicture(
      image: graph.input, reach: fields.map { $0.view.reach(past: graph.input) }.max() ?? 0)
  }

  /// - Parameters:
  ///   - title: A description of the picture in words.
  ///   - id: The prefix of the ids in the element.
  func element(title: String, id: String) -> Element {
    Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "fields", "viewBox": scene.viewBox,
        "role": "img", "aria-labelledby": "\(id)-fields",
      ]
    ) {
      Element("title", ["id": "\(id)-fields"], text: title)
      scene.element
      // Draw the largest first, so that the smaller ones are on top.
      for (index, field) in fields.enumerated().reversed() { square(of: field, at: index) }
    }
  }

  private func square(
    of field: (name: String, size: Sides, view: FieldOfView), at index: Int
  ) -> Element {
    Element(
      "rect",
      [
        "class": "field field\(index)", "x": "\(field.view.x)", "y": "\(field.view.y)",
        "width": "\(field.view.width)", "height": "\(field.view.height)",
        "vector-effect": "non-scaling-stroke",
      ]
    ) {
      Element("title", text: "\(field.name): \(field.size.height) x \(field.size.width)")
    }
  }

  /// The legend of the squares, from the smallest, with the caller's text.
  func legend(_ text: (_ name: String, _ size: Sides) -> String) -> Element {
    Element("ul", ["class": "legend"]) {
      for (index, field) in fields.enumerated() {
        Element("li") {
          Element("span", ["class": "key field\(index)"])
          text(field.name, field.size)
        }
      }
    }
  }
}
