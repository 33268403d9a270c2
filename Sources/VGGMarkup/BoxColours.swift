/// The colours of a box in a picture: the front, the lighter top, the darker side, and the edges. Dark letters
/// are legible on the top.
package struct BoxColours: Hashable, Sendable {
  package let front: Colour
  package let top: Colour
  package let side: Colour
  package let edge: Colour
}

extension BoxColours {
  package static let image = BoxColours(
    front: Colour("#eceff2", onDark: "#4a525b"), top: Colour("#f8f9fa", onDark: "#66707a"),
    side: Colour("#d4dae0", onDark: "#363c43"), edge: Colour("#6e7781", onDark: "#aab4be"))

  package static let convolution = BoxColours(
    front: Colour("#f7d488", onDark: "#a67c1e"), top: Colour("#fce9bd", onDark: "#c99c3f"),
    side: Colour("#e0b355", onDark: "#7a5a12"), edge: Colour("#8a6514", onDark: "#f0cf85"))

  package static let pooling = BoxColours(
    front: Colour("#e8786a", onDark: "#b1463a"), top: Colour("#f3a69c", onDark: "#cf6a5e"),
    side: Colour("#c4544a", onDark: "#822f26"), edge: Colour("#7f2a22", onDark: "#f4aaa1"))

  package static let normalization = BoxColours(
    front: Colour("#c3a6e0", onDark: "#7a58a6"), top: Colour("#dcc9ee", onDark: "#9a7bc2"),
    side: Colour("#a081c4", onDark: "#593d7d"), edge: Colour("#5d3f85", onDark: "#d5bff0"))

  package static let flatten = BoxColours(
    front: Colour("#c9d1d9", onDark: "#5d6771"), top: Colour("#e1e6ea", onDark: "#7a858f"),
    side: Colour("#a9b3bd", onDark: "#444c54"), edge: Colour("#57606a", onDark: "#b8c2cc"))

  package static let linear = BoxColours(
    front: Colour("#7fb0e0", onDark: "#3672ad"), top: Colour("#aed0f0", onDark: "#5a93ca"),
    side: Colour("#5a8cc0", onDark: "#255381"), edge: Colour("#1f4f80", onDark: "#a9d0f5"))

  package static let softmax = BoxColours(
    front: Colour("#86c58a", onDark: "#3b8a42"), top: Colour("#b5dfb8", onDark: "#5da963"),
    side: Colour("#5fa364", onDark: "#29652f"), edge: Colour("#276b2d", onDark: "#aee0b2"))
}
