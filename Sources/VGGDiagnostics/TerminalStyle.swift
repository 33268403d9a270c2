/// The colouring of text for a terminal, if any.
package enum TerminalStyle: Sendable {
  case plain
  case ansi

  package enum Colour: Int, Sendable {
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  package func bold(_ text: String) -> String {
    self == .plain ? text : "\u{1B}[1m\(text)\u{1B}[0m"
  }

  package func dim(_ text: String) -> String {
    self == .plain ? text : "\u{1B}[2m\(text)\u{1B}[0m"
  }

  package func coloured(_ text: String, _ colour: Colour) -> String {
    self == .plain ? text : "\u{1B}[1;\(colour.rawValue)m\(text)\u{1B}[0m"
  }
}
