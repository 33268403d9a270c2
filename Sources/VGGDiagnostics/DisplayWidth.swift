/// How many terminal columns a text takes: East Asian wide characters and most emoji take two, combining marks none.
///
/// The ranges are those of Unicode's East Asian Width property (UAX #11), classes W and F, joined to blocks.
package func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

/// How many terminal columns a scalar takes: 0, 1 or 2.
package func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul Jamo, leading consonants
  0x2E80...0x303E,  // CJK radicals and punctuation
  0x3041...0xA4CF,  // Kana, CJK ideographs, Yi
  0xA960...0xA97F,  // Hangul Jamo extended
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // CJK compatibility ideographs
  0xFE30...0xFE6F,  // CJK compatibility forms
  0xFF01...0xFF60,  // Fullwidth forms
  0xFFE0...0xFFE6,  // Fullwidth signs
  0x1F1E6...0x1F1FF,  // Regional indicators
  0x1F300...0x1F64F,  // Symbols and emoticons
  0x1F680...0x1F6FF,  // Transport symbols
  0x1F900...0x1FAFF,  // Supplemental symbols
  0x20000...0x3FFFD,  // CJK extensions
]
