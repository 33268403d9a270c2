import VGGMarkup

/// The picture's colours, for light and dark mode, as a style sheet.
package enum DiagramStyle {
  /// The style sheet as a file.
  package static var sheet: String { lines.joined(separator: "\n") + "\n" }

  static var lines: [String] {
    let always = [
      ".vggc { color-scheme: light dark; font-family: Helvetica, Arial, sans-serif; }",
      ".vggc text { fill: currentColor; font-size: 10px; }",
      ".vggc .heading { font-size: 15px; font-weight: bold; }",
      ".vggc .box path { stroke-width: 0.6; stroke-linejoin: round; }",
    ]
    return always + rules(\.light) + ["@media (prefers-color-scheme: dark) {"]
      + rules(\.dark).map { "  \($0)" } + ["}"]
  }

  private static func rules(_ shade: (Colour) -> String) -> [String] {
    [
      ".vggc { color: \(shade(Palette.pictureText.colour)); }",
      ".vggc .note, .vggc .shape { fill: \(shade(Palette.pictureNote.colour)); }",
      ".vggc .ground { stroke: \(shade(Palette.pictureGround.colour)); }",
    ]
      + VolumeKind.allCases.flatMap { kind in
        let box = kind.colours
        return [
          ".vggc .\(kind.rawValue) path { stroke: \(shade(box.edge)); }",
          ".vggc .\(kind.rawValue) .front { fill: \(shade(box.front)); }",
          ".vggc .\(kind.rawValue) .top { fill: \(shade(box.top)); }",
          ".vggc .\(kind.rawValue) .side { fill: \(shade(box.side)); }",
        ]
      }
  }
}

extension VolumeKind {
  var colours: BoxColours {
    switch self {
    case .image: .image
    case .convolution: .convolution
    case .pooling: .pooling
    case .normalization: .normalization
    case .flatten: .flatten
    case .linear: .linear
    case .softmax: .softmax
    }
  }
}
