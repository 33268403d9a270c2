import VGGDiagnostics
import VGGMarkup

/// A drawn photo of a house under a tree, on which receptive fields are drawn. It has large and small
/// objects, so that a small field contains an edge or a corner and a large one a whole house.
enum Scene {
  /// The picture as a square of 100 x 100, which is stretched over an image of any size.
  static let elements: [Element] = [
    rectangle(x: 0, y: 0, width: 100, height: 100, "#a9d4f5"),
    circle(x: 80, y: 17, radius: 9, "#ffd84d"),
    path("M10 22q4-8 12-5q6-7 13 0q9 0 8 7h-34q-3 0 1-2z", "#ffffff"),
    path("M0 66l22-26l17 17l20-29l25 34l16-12v50h-100z", "#7f9fb8"),
    path("M59 28l-7 10l5 3l4-4l6 2z", "#ffffff"),
    path("M0 68q28-10 55-2t45-5v39h-100z", "#7db560"),
    path("M0 86q30-9 62 0t38-3v17h-100z", "#5e9a48"),
    rectangle(x: 38, y: 55, width: 32, height: 26, "#f2dcb8"),
    path("M33 57l21-17l21 17z", "#b5473c"),
    rectangle(x: 61, y: 41, width: 5, height: 10, "#8c4a3a"),
    rectangle(x: 50, y: 66, width: 8, height: 15, "#7a4f2e"),
    circle(x: 56.4, y: 74, radius: 0.8, "#ffd84d"),
    window(41, 60), window(61, 60),
    rectangle(x: 17, y: 62, width: 4, height: 18, "#6b4a2f"),
    circle(x: 19, y: 55, radius: 10, "#3f7d3c"),
    circle(x: 13, y: 60, radius: 6.5, "#4c8f45"),
    circle(x: 25, y: 60, radius: 6, "#34702f"),
    circle(x: 16, y: 56, radius: 1.3, "#d8342c"), circle(x: 22, y: 52, radius: 1.3, "#d8342c"),
    circle(x: 24, y: 61, radius: 1.3, "#d8342c"),
    path("M52 81h6l8 19h-22z", "#d9c79f"),
    path("M76 79l8-6l4 0l2-3l2 3l0 6l-2 2v6h-2v-5h-7v5h-2v-6z", "#4a4038"),
    circle(x: 90.4, y: 74.2, radius: 0.5, "#ffffff"),
  ]

  private static func window(_ x: Double, _ y: Double) -> Element {
    Element(
      "path",
      [
        "d": "M\(plain(x)) \(plain(y))h7v7h-7zm3.5 0v7m-3.5-3.5h7", "fill": "#8fc3e8",
        "stroke": "#6b4a2f", "stroke-width": "0.7",
      ])
  }

  private static func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ fill: String
  ) -> Element {
    Element(
      "rect",
      [
        "x": plain(x), "y": plain(y), "width": plain(width), "height": plain(height), "fill": fill,
      ])
  }

  private static func circle(
    x: Double, y: Double, radius: Double, _ fill: String
  ) -> Element {
    Element("circle", ["cx": plain(x), "cy": plain(y), "r": plain(radius), "fill": fill])
  }

  private static func path(_ points: String, _ fill: String) -> Element {
    Element("path", ["d": points, "fill": fill])
  }
}
