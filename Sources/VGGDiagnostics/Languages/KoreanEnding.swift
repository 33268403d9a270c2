/// The end of a word when it is read aloud in Korean.
enum KoreanEnding: Sendable {
  case vowel
  /// ㄹ, after which 로 is unchanged.
  case liquid
  case consonant

  /// - Returns: `nil` if the reading is unknown, as for a name in Latin letters.
  init?(of word: String) {
    let text = Array(word.unicodeScalars)
    self.init(Self.head(of: text[...]))
  }

  private init?(_ text: ArraySlice<Unicode.Scalar>) {
    guard let last = text.last else { return nil }
    switch last.value {
    case 0xAC00...0xD7A3: self.init(syllable: last.value)
    case 0x30...0x39: self.init(number: text)
    case 0x25: self = .vowel  // 퍼센트
    default: self.init(latin: String(String.UnicodeScalarView(text.suffix(Self.isLatin))))
    }
  }

  /// A word without closing brackets and quotes; for `A(B)` only `A`, which determines the particle.
  private static func head(of word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var text = word
    while let last = text.last {
      if last == ")", let start = opening(of: text), start > text.startIndex,
        !" `\"'([{".unicodeScalars.contains(text[start - 1])
      {
        text = text[..<start]
      } else if ")]}\"'`.,…".unicodeScalars.contains(last) {
        text = text.dropLast()
      } else {
        break
      }
    }
    return text
  }

  /// The index of the bracket that opens the pair at a text's end.
  private static func opening(of text: ArraySlice<Unicode.Scalar>) -> Int? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private init(syllable: UInt32) {
    switch (syllable - 0xAC00) % 28 {
    case 0: self = .vowel
    case 8: self = .liquid
    default: self = .consonant
    }
  }

  /// A number, read in Sino-Korean.
  private init(number text: ArraySlice<Unicode.Scalar>) {
    let written = text.suffix { (0x30...0x39).contains($0.value) || $0 == "," }
    let (digits, before) = (written.filter { $0 != "," }, text.dropLast(written.count))
    // A power is read 제곱.
    if before.last == "^" {
      self = .consonant
      return
    }
    switch digits.last {
    case "2", "4", "5", "9": self = .vowel  // 이, 사, 오, 구
    case "1", "7", "8": self = .liquid  // 일, 칠, 팔
    case "0":
      // 십, 백, 천, 만 and 억 end in consonants, 조 does not.
      let zeros = digits.reversed().prefix { $0 == "0" }.count
      let isInTrillions = zeros >= 12 && digits.count <= 16 && zeros < digits.count
      self = isInTrillions && before.last != "." ? .vowel : .consonant
    default: self = .consonant  // 삼, 육
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
  }

  /// A word of the field, or an initialism, which is read letter by letter.
  private init?(latin word: String) {
    guard let last = word.unicodeScalars.last else { return nil }
    if let known = Self.known[word.lowercased()] {
      self = known
    } else if word.unicodeScalars.count == 1 || (0x41...0x5A).contains(last.value) {
      switch last {
      case "L", "R", "l", "r": self = .liquid  // 엘, 알
      case "M", "N", "m", "n": self = .consonant  // 엠, 엔
      default: self = .vowel
      }
    } else {
      return nil
    }
  }

  /// The words of the language and of the field, by the end of their Korean reading.
  private static let known: [String: KoreanEnding] = {
    let words: [(KoreanEnding, String)] = [
      (
        .consonant,
        """
        activation adam bn crop cosine darknet dilation dropout flatten flip hidden in input json mac mean \
        min momentum name none norm out padding pooling python same step torchvision training warmup
        """
      ),
      (
        .liquid,
        "avgpool ceil channel global kernel label lr maxpool model pool scale schedule until val yaml"
      ),
      (
        .vowel,
        """
        activations alpha augment average betas bias caffe channels classes classifier conv \
        decay depthwise epochs extends factor false features flops gelu gib groups keras \
        kib labels limits linear macs max mb mib models ms optimizer parameters preprocess \
        pytorch rate rates relu resize safetensors seed sgd sigmoid size softmax std stride \
        tanh tensorflow true vgg vggc weights
        """
      ),
    ]
    var known: [String: KoreanEnding] = [:]
    for (ending, list) in words {
      for word in list.split(separator: " ") { known[String(word)] = ending }
    }
    return known
  }()
}

extension ArraySlice<Unicode.Scalar> {
  /// The longest suffix in which every scalar passes.
  fileprivate func suffix(_ passes: (Unicode.Scalar) -> Bool) -> ArraySlice {
    self[(lastIndex { !passes($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
