/// The words of a name in any script, spelled in ASCII letters and digits.
///
/// Letters are spelled by their Unicode names, so accents are dropped, and scripts whose letters or
/// syllables are named after their sound are spelled by that sound. A character without such a name,
/// such as a Chinese one, ends a word.
///
/// For example: `vgg16_bn` has the words `vgg16` and `bn`, `réseau` is `reseau`, and `모델 2` is
/// `model` and `2`.
func asciiWords(_ name: String) -> [String] {
  var words: [String] = []
  var word = ""
  for scalar in name.unicodeScalars {
    if let spelling = asciiSpelling(scalar) {
      word += spelling
    } else if scalar.properties.generalCategory != .nonspacingMark, !word.isEmpty {
      words.append(word)
      word = ""
    }
  }
  return word.isEmpty ? words : words + [word]
}

private func asciiSpelling(_ scalar: Unicode.Scalar) -> String? {
  if scalar.isASCII {
    return Character(scalar).isLetter || Character(scalar).isNumber ? String(scalar) : nil
  }
  if let digit = Character(scalar).wholeNumberValue, (0...9).contains(digit) {
    return String(digit)
  }
  return scalar.properties.isAlphabetic ? scalar.properties.name.flatMap(sound) : nil
}

/// The sound at the end of a letter's Unicode name.
///
/// For example: `e` of `LATIN SMALL LETTER E WITH ACUTE`, `mo` of `HANGUL SYLLABLE MO`.
private func sound(_ unicodeName: String) -> String? {
  let words = unicodeName.split(separator: " ")
  guard words.contains("LETTER") || words.contains("SYLLABLE") else { return nil }
  guard let last = words.prefix(while: { $0 != "WITH" }).last, last.allSatisfy(\.isLetter) else {
    return nil
  }
  return words.contains("CAPITAL")
    ? last.prefix(1) + last.dropFirst().lowercased() : last.lowercased()
}
