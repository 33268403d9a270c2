/// The characters U+0085, U+2028 and U+2029, which end a line in YAML 1.1, and therefore in libyaml, but
/// are ordinary characters in YAML 1.2.
///
/// libyaml gets placeholders: characters of the same length in UTF-8 that do not occur in the text.
/// Every offset stays the same, and the characters that libyaml read are converted back.
struct OlderLineBreaks {
  private static let breaks: [(scalar: Unicode.Scalar, candidates: ClosedRange<UInt32>)] = [
    ("\u{85}", 0xA1...0x7FF), ("\u{2028}", 0xE000...0xF8FF), ("\u{2029}", 0xE000...0xF8FF),
  ]

  /// Each such character in the text, with its placeholder.
  private var standIns: [(scalar: Unicode.Scalar, standIn: Unicode.Scalar)] = []

  /// - Parameter bytes: UTF-8.
  init(in bytes: [UInt8]) {
    // The first bytes that such characters may have; most texts have neither.
    guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return }
    var used = Set(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    for (scalar, candidates) in Self.breaks where used.contains(scalar) {
      let free = candidates.lazy.compactMap { Unicode.Scalar($0) }.first { !used.contains($0) }
      guard let free else { continue }
      used.insert(free)
      standIns.append((scalar, free))
    }
  }

  /// The text for libyaml.
  func replaced(in bytes: [UInt8]) -> [UInt8] {
    guard !standIns.isEmpty else { return bytes }
    let replacements = Dictionary(uniqueKeysWithValues: standIns.map { ($0.scalar, $0.standIn) })
    return Array(replacing(String(decoding: bytes, as: UTF8.self), by: replacements).utf8)
  }

  /// A scalar that libyaml read, with the characters of the text.
  func restored(in scalar: Scalar) -> Scalar {
    guard !standIns.isEmpty else { return scalar }
    let replacements = Dictionary(uniqueKeysWithValues: standIns.map { ($0.standIn, $0.scalar) })
    return Scalar(text: replacing(scalar.text, by: replacements), isPlain: scalar.isPlain)
  }

  private func replacing(
    _ text: String, by replacements: [Unicode.Scalar: Unicode.Scalar]
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(replacements[scalar] ?? scalar) }
    return String(scalars)
  }
}
