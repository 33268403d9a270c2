/// The picture's colours, in light and in dark, as a style sheet.
///
/// Every box has three faces: the front, the top, which is lighter, and the side, which is darker.
enum DiagramStyle {
  private struct Faces {
    let front: String
    let top: String
    let side: String
    let edge: String
  }

  static var lines: [String] {
    let always = [
      ".vggc { color-scheme: light dark; font-family: Helvetica, Arial, sans-serif; }",
      ".vggc text { fill: currentColor; font-size: 10px; }",
      ".vggc .heading { font-size: 15px; font-weight: bold; }",
      ".vggc .box path { stroke-width: 0.6; stroke-linejoin: round; }",
    ]
    let inLight = colours(text: "#24292f", note: "#57606a", ground: "#d0d7de", light)
    let inDark = colours(text: "#e6edf3", note: "#9da7b3", ground: "#3d444d", dark)
    return always + inLight + ["@media (prefers-color-scheme: dark) {"]
      + inDark.map { "  \($0)" } + ["}"]
  }

  private static func colours(
    text: String, note: String, ground: String, _ faces: (VolumeKind) -> Faces
  ) -> [String] {
    [
      ".vggc { color: \(text); }",
      ".vggc .note, .vggc .shape { fill: \(note); }",
      ".vggc .ground { stroke: \(ground); }",
    ] + VolumeKind.allCases.flatMap { rules($0, faces($0)) }
  }

  private static func rules(_ kind: VolumeKind, _ faces: Faces) -> [String] {
    [
      ".vggc .\(kind.rawValue) path { stroke: \(faces.edge); }",
      ".vggc .\(kind.rawValue) .front { fill: \(faces.front); }",
      ".vggc .\(kind.rawValue) .top { fill: \(faces.top); }",
      ".vggc .\(kind.rawValue) .side { fill: \(faces.side); }",
    ]
  }

  private static func light(_ kind: VolumeKind) -> Faces {
    switch kind {
    case .image: Faces(front: "#eceff2", top: "#f8f9fa", side: "#d4dae0", edge: "#6e7781")
    case .convolution: Faces(front: "#f7d488", top: "#fce9bd", side: "#e0b355", edge: "#8a6514")
    case .pooling: Faces(front: "#e8786a", top: "#f3a69c", side: "#c4544a", edge: "#7f2a22")
    case .normalization: Faces(front: "#c3a6e0", top: "#dcc9ee", side: "#a081c4", edge: "#5d3f85")
    case .flatten: Faces(front: "#c9d1d9", top: "#e1e6ea", side: "#a9b3bd", edge: "#57606a")
    case .linear: Faces(front: "#7fb0e0", top: "#aed0f0", side: "#5a8cc0", edge: "#1f4f80")
    case .softmax: Faces(front: "#86c58a", top: "#b5dfb8", side: "#5fa364", edge: "#276b2d")
    }
  }

  private static func dark(_ kind: VolumeKind) -> Faces {
    switch kind {
    case .image: Faces(front: "#4a525b", top: "#66707a", side: "#363c43", edge: "#aab4be")
    case .convolution: Faces(front: "#a67c1e", top: "#c99c3f", side: "#7a5a12", edge: "#f0cf85")
    case .pooling: Faces(front: "#b1463a", top: "#cf6a5e", side: "#822f26", edge: "#f4aaa1")
    case .normalization: Faces(front: "#7a58a6", top: "#9a7bc2", side: "#593d7d", edge: "#d5bff0")
    case .flatten: Faces(front: "#5d6771", top: "#7a858f", side: "#444c54", edge: "#b8c2cc")
    case .linear: Faces(front: "#3672ad", top: "#5a93ca", side: "#255381", edge: "#a9d0f5")
    case .softmax: Faces(front: "#3b8a42", top: "#5da963", side: "#29652f", edge: "#aee0b2")
    }
  }
}
