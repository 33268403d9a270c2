import VGGSpec

/// Characters that look like others, with the ASCII that is meant.
enum Lookalikes {
  /// `nil` for a character that is meant literally.
  static func meaning(of scalar: Unicode.Scalar) -> String? {
    guard !scalar.isASCII else { return nil }
    // The full-width forms are ASCII's, in the same order.
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    }
    return table[scalar]
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    func add(_ lookalikes: String, _ meanings: String) {
      for (one, other) in zip(lookalikes.unicodeScalars, meanings.unicodeScalars) {
        table[one] = String(other)
      }
    }
    // Cyrillic and Greek capitals and small letters.
    add("АВЕКМНОРСТХаеорсхуі", "ABEKMHOPCTXaeopcxyi")
    add("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo")
    add("\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}", "'''''")
    add("\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}", "\"\"\"\"\"")
    // Spaces, including non-breaking ones.
    add("\u{3000}\u{A0}\u{2002}\u{2003}\u{2007}\u{2009}\u{202F}", "       ")
    // Dashes, the minus sign, and a vowel of Korean that looks like one.
    add("\u{3161}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{30FC}", "---------")
    add("\u{3001}\u{FF64}\u{60C}\u{2236}\u{A789}\u{D7}", ",,,::x")
    add("\u{3010}\u{3011}\u{3014}\u{3015}", "[][]")
    // Characters without width, between those that are visible.
    for unseen in ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"] as [Unicode.Scalar] {
      table[unseen] = ""
    }
    return table
  }()
}
