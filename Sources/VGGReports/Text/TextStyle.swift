/// Whether a text report is coloured for a terminal.
package enum TextStyle: Sendable {
  case plain
  /// With ANSI escape sequences: bold headings, dim arithmetic, red stops.
  case ansi

  func bold(_ text: String) -> String { wrapped(text, in: "1") }
  func dim(_ text: String) -> String { wrapped(text, in: "2") }
  func alert(_ text: String) -> String { wrapped(text, in: "1;31") }

  private func wrapped(_ text: String, in code: String) -> String {
    switch self {
    case .plain: text
    case .ansi: "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
  }
}
