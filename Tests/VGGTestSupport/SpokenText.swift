/// A text of a page, with the language in which a screen reader speaks it.
package struct SpokenText: Sendable {
  package let text: String
  package let language: String

  /// The texts of HTML or of a part of it, without code and style sheets.
  ///
  /// - Parameter language: The language of the page that a part belongs to.
  package static func texts(in html: String, of language: String = "") -> [SpokenText] {
    var found: [SpokenText] = []
    var open: [(name: Substring, language: String)] = [("", language)]
    let page = html.replacing(/<!--[\s\S]*?-->/, with: "")
    var rest = page[...]
    while let tag = rest.firstMatch(of: /<(\/?)([a-zA-Z][\w-]*|!doctype)((?:[^>"]|"[^"]*")*)>/) {
      let text = rest[..<tag.range.lowerBound]
      if !text.allSatisfy(\.isWhitespace), !open.contains(where: { unspoken.contains($0.name) }) {
        found.append(SpokenText(text: String(text), language: open.last?.language ?? language))
      }
      rest = rest[tag.range.upperBound...]
      let (name, attributes) = (tag.output.2, tag.output.3)
      if tag.output.1 == "/" {
        if open.count > 1 { open.removeLast() }
      } else if !void.contains(name), !attributes.hasSuffix("/") {
        let own = attributes.firstMatch(of: /\slang="([^"]*)"/).map { String($0.output.1) }
        open.append((name, own ?? open.last?.language ?? language))
      }
    }
    return found
  }

  /// The words with at least two small Latin letters that are not part of code or a formula.
  package var englishWords: [String] {
    text.replacing(/&\w+;|`[^`]*`/, with: " ")
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber || "_./'-".contains($0))) }
      .map(String.init)
      .filter { $0.contains(/^[A-Za-z'-]*[a-z]{2}[A-Za-z'-]*[.]?$/) }
  }

  private static let unspoken: Set<Substring> = ["code", "pre", "script", "style", "textarea"]
  private static let void: Set<Substring> = [
    "!doctype", "br", "col", "hr", "img", "input", "link", "meta",
  ]
}
