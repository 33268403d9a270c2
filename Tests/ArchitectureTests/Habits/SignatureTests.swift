import Testing

/// Checks that calls label their arguments.
@Suite struct SignatureTests {
  private static let most = 2

  @Test func atMostTwoParametersHaveNoLabel() {
    for file in SourceTree.files {
      for signature in file.signatures where signature.unlabelled > Self.most {
        Issue.record(
          "\(file.path):\(signature.line): \(signature.unlabelled) parameters without a label")
      }
    }
  }
}

extension SourceText {
  /// The functions and initialisers with their number of parameters without a label.
  fileprivate var signatures: [(line: Int, unlabelled: Int)] {
    lines.indices.compactMap { index in
      let words = lines[index].split(separator: " ")
      guard
        words.contains(where: { $0 == "func" || $0.hasPrefix("init(") || $0.hasPrefix("init?(") }),
        words.first?.hasPrefix("//") == false, let open = lines[index].firstIndex(of: "(")
      else { return nil }
      let text = lines[index][open...] + lines[(index + 1)...].prefix(12).joined(separator: " ")
      return (index + 1, unlabelledParameters(in: text))
    }
  }

  /// Counts the parameters that begin with `_` in the parameter list at the start of the text.
  private func unlabelledParameters(in text: some StringProtocol) -> Int {
    var depth = 0
    var count = 0
    var startsParameter = false
    for character in text {
      switch character {
      case "(", "[", "<", "{":
        depth += 1
        startsParameter = depth == 1
      case ")", "]", ">", "}":
        depth -= 1
        if depth == 0 { return count }
      case ",": startsParameter = depth == 1
      case "_":
        if depth == 1, startsParameter { count += 1 }
        startsParameter = false
      case " ": break
      default: startsParameter = false
      }
    }
    return count
  }
}
