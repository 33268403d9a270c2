/// The colours of pages, pictures and charts by purpose; a style sheet refers to one as
/// `palette(alert)`.
package enum Palette: String, CaseIterable, Sendable {
  // Every page
  case ground, panel, text, quiet, line, link, alert, mark
  // The playground
  case controlEdge, warning, sound, shade, currentMark, action, actionText, fieldFill, fieldEdge
  // Receptive fields on the report's photo, from the smallest, and their legend
  case field0, field1, field2, field3, field4, field5, field6, field7, fieldKey
  // Pictures of networks
  case pictureText, pictureNote, pictureGround
  // A network looked into: the value that is pointed at, and its field on the photo
  case lit, litText, litRim
  // Charts
  case chartPage, chartText, chartFaint, chartLine, chartGrid, chartFirst, chartSecond,
    chartCellText

  package var colour: Colour {
    switch self {
    case .ground: Colour("#ffffff", onDark: "#0f1318")
    case .panel: Colour("#f5f7f9", onDark: "#181e25")
    case .text: Colour("#1f2328", onDark: "#e6edf3")
    case .quiet: Colour("#4d5761", onDark: "#a8b3be")
    case .line: Colour("#d0d7de", onDark: "#343c45")
    case .link: Colour("#0550ae", onDark: "#79b8ff")
    case .alert: Colour("#a40e26", onDark: "#ff9492")
    case .mark: Colour("#fff3c4", onDark: "#3d3413")
    case .controlEdge: Colour("#7d8590", onDark: "#6e7883")
    case .warning: Colour("#7a4d00", onDark: "#e8b84b")
    case .sound: Colour("#1a6330", onDark: "#6fd08c")
    case .shade: Colour("#1f232840", onDark: "#000000b0")
    case .currentMark: Colour("#fff0b8", onDark: "#453a13")
    case .action: Colour("#0550ae", onDark: "#1f4f86")
    case .actionText, .fieldKey: Colour("#ffffff")
    case .fieldFill: Colour("#ff2d7e38")
    case .fieldEdge, .field0: Colour("#c2185b")
    case .field1: Colour("#6a1b9a")
    case .field2: Colour("#0d47a1")
    case .field3: Colour("#1b1b1b")
    case .field4: Colour("#00695c")
    case .field5: Colour("#e65100")
    case .field6: Colour("#5d4037")
    case .field7: Colour("#ad1457")
    case .pictureText: Colour("#24292f", onDark: "#e6edf3")
    case .pictureNote: Colour("#57606a", onDark: "#9da7b3")
    case .pictureGround: Colour("#d0d7de", onDark: "#3d444d")
    case .lit: Colour("#ffd60a", onDark: "#ffd84d")
    case .litText, .litRim: Colour("#1d1f24")
    case .chartPage: Colour("#ffffff", onDark: "#0d1117")
    case .chartText: Colour("#1f2328", onDark: "#e6edf3")
    case .chartFaint: Colour("#59636e", onDark: "#9198a1")
    case .chartLine: Colour("#8c959f", onDark: "#656d76")
    case .chartGrid: Colour("#d9dee3", onDark: "#2a3138")
    case .chartFirst: Colour("#0b63c5", onDark: "#58a6ff")
    case .chartSecond: Colour("#b54708", onDark: "#f0883e")
    case .chartCellText: Colour("#ffffff", onDark: "#0d1117")
    }
  }

  /// The colours of every page as custom properties of a style sheet.
  package static var styleSheet: String {
    let properties = [ground, panel, text, quiet, line, link, alert, mark].map {
      "  --\($0.rawValue): \($0.colour.css);\n"
    }
    return ":root {\n  color-scheme: light dark;\n\(properties.joined())}\n"
  }

  /// A style sheet with its colours substituted; names that the palette lacks are unchanged.
  package static func filled(_ styleSheet: [UInt8]) -> String {
    let parts = String(decoding: styleSheet, as: UTF8.self)
      .split(separator: "palette(", omittingEmptySubsequences: false)
    let rest = parts.dropFirst().map { part in
      let name = part.prefix { $0 != ")" }
      let colour = Palette(rawValue: String(name))?.colour.css
      return colour.map { $0 + part.dropFirst(name.count + 1) } ?? "palette(" + part
    }
    return (parts.first ?? "") + rest.joined()
  }
}
