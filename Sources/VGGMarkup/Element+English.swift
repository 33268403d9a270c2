extension Element {
  /// The element with `lang="en"` on the English passages of a page in a language with other letters than Latin ones,
  /// so that screen readers pronounce them and browsers choose their font.
  ///
  /// A passage is the whole text of an element, such as a layer's name; words in sequence; a quoted word; or a term in
  /// brackets, as in `보폭(stride)`. Single names and initialisms in a sentence are part of its language (WCAG 2.2, 3.1.2), and code
  /// and formulas are in none.
  package func markingEnglish() -> Element {
    guard !Self.unspoken.contains(name),
      attributes.allSatisfy({ $0.name != "lang" || $0.value != "en" })
    else { return self }
    if hasText, Passage.isEnglish(wholeText) { return adding(["lang": "en"]) }
    var element = self
    element.children = children.flatMap { child -> [Node] in
      switch child {
      case .element(let inner): [.element(inner.markingEnglish())]
      case .text(let text):
        Self.plain.contains(name) ? [child] : Passage.split(text).map(\.node)
      case .lines: [child]
      }
    }
    return element
  }

  private var hasText: Bool {
    children.contains { if case .text = $0 { true } else { false } }
  }

  private var wholeText: String {
    children.map { child in
      switch child {
      case .element(let element): element.wholeText
      case .text(let text): text
      case .lines: ""
      }
    }.joined()
  }

  private static let unspoken: Set<String> = ["code", "pre", "script", "style"]

  /// Elements that cannot contain a `span`.
  private static let plain: Set<String> = ["desc", "option", "text", "textarea", "title", "tspan"]
}

/// A part of a text, in English or not.
private struct Passage {
  let text: Substring
  let isEnglish: Bool

  var node: Element.Node {
    isEnglish
      ? .element(Element("span", ["lang": "en"], text: String(text))) : .text(String(text))
  }

  /// Whether all words of a text are English, and at least one is not an initialism.
  static func isEnglish(_ text: String) -> Bool {
    !text.contains("=") && text.contains(/[a-z]{2}/)
      && !text.unicodeScalars.contains(where: isForeign)
  }

  /// The parts of a text, in order.
  static func split(_ text: String) -> [Passage] {
    guard text.unicodeScalars.contains(where: isForeign) else {
      return [Passage(text: text[...], isEnglish: false)]
    }
    var parts: [Passage] = []
    var start = text.startIndex
    for match in text.matches(
      of: /[A-Za-z][A-Za-z'\/-]*[A-Za-z](?:,? [A-Za-z][A-Za-z'\/-]*[A-Za-z])*/)
    where isPassage(match.output, in: text) {
      if start < match.range.lowerBound {
        parts.append(Passage(text: text[start..<match.range.lowerBound], isEnglish: false))
      }
      parts.append(Passage(text: match.output, isEnglish: true))
      start = match.range.upperBound
    }
    if start < text.endIndex { parts.append(Passage(text: text[start...], isEnglish: false)) }
    return parts
  }

  /// Whether words of a text are a passage, and not a part of code or a single name.
  private static func isPassage(_ words: Substring, in text: String) -> Bool {
    let before = text[..<words.startIndex]
    let after = text[words.endIndex...]
    guard words.contains(/[a-z]{2}/), !isCode(before.last), !isCode(after.first), after.first != "("
    else { return false }
    if words.contains(" ") { return true }
    if before.last == "\"", after.first == "\"" { return true }
    // A term in brackets after its name in the page's language.
    guard before.last == "(", let named = before.dropLast().unicodeScalars.last, isForeign(named)
    else { return false }
    return after.first == ")" || after.first == ","
  }

  private static func isCode(_ character: Character?) -> Bool {
    character.map { $0.isNumber || "_./-=`".contains($0) } ?? false
  }

  /// Whether a letter is neither Latin nor Greek.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1100 && scalar.properties.isAlphabetic
  }
}
