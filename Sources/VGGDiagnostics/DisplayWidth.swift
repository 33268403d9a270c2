/// The number of columns that `text` takes on a terminal.
///
/// East Asian wide and fullwidth characters and emoji take two, combining marks and control
/// characters none, all others one. For example: `conv1_1` takes 7 and `모델` takes 4.
package func displayWidth(_ text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

private func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
    return 2
  }
  return scalars.reduce(0) { $0 + displayWidth(of: $1) }
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let joins: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark]
  if scalar.isUnseen || joins.contains(scalar.properties.generalCategory) {
    // The soft hyphen is a format character that terminals display.
    return scalar.value == 0xAD ? 1 : 0
  }
  // Vowels and final consonants join the Hangul syllable that they are part of.
  if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) {
    return 0
  }
  return isWide(scalar.value) ? 2 : 1
}

/// Whether a scalar is wide or fullwidth (Unicode Standard Annex #11), emoji aside.
private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  return wideRanges.contains { $0.contains(value) }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initial consonants
  0x2329...0x232A,  // angle brackets
  0x2E80...0x303E,  // CJK radicals, punctuation
  0x3041...0x33FF,  // kana, Bopomofo, compatibility Jamo, enclosed and squared CJK
  0x3400...0x4DBF,  // CJK ideographs, extension A
  0x4E00...0xA4CF,  // CJK ideographs, Yi
  0xA960...0xA97F,  // Hangul initial consonants, extension A
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // CJK compatibility ideographs
  0xFE10...0xFE19,  // vertical forms
  0xFE30...0xFE6F,  // CJK compatibility and small forms
  0xFF01...0xFF60,  // fullwidth forms
  0xFFE0...0xFFE6,  // fullwidth signs
  0x16FE0...0x18DFF,  // Tangut, Khitan
  0x1AFF0...0x1B2FF,  // kana extensions, Nushu
  0x1F200...0x1F2FF,  // enclosed ideographs
  0x20000...0x3FFFD,  // CJK ideographs, extensions B and later
]
