import VGGDiagnostics

/// swift-argument-parser's messages, which it writes only in English.
extension Korean {
  package func usageMessage(_ english: String) -> String {
    english.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  /// A line of a message: the error, the option's help, the command's usage, or the command for its help.
  private func line(_ english: String) -> String {
    if let error = english.dropped(prefix: "Error: ") { return "오류: \(sentence(error))" }
    if let other = english.dropped(prefix: "   or: ") { return "   또는: \(sentence(other))" }
    if let help = english.dropped(prefix: "Help:  ") { return "도움말:  \(help)" }
    // Continuation lines are aligned with the first, whose heading is a column wider.
    if let usage = english.dropped(prefix: "Usage: ") { return "사용법: \(usage)" }
    if let usage = english.dropped(prefix: "       ") { return "        \(usage)" }
    if let match = english.wholeMatch(of: #/  See '(.*)' for more information\./#) {
      return "  자세한 설명: '\(match.1)'"
    }
    return english
  }

  private func sentence(_ english: String) -> String {
    known(english) ?? (english.contains(/\p{Hangul}/) ? english : "명령을 실행할 수 없습니다: \(english)")
  }

  /// The sentence in Korean, if it is one of the library's.
  private func known(_ english: String) -> String? {
    if let match = english.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      return "'\(match.1)' 옵션은 없습니다" + (match.2.map { "(비슷한 옵션: '\($0)')" } ?? "")
    }
    if let match = english.wholeMatch(of: /Missing value for '(.+?)'(?: in '(.+)')?/) {
      return "'\(match.1)' 옵션에 값이 없습니다" + (match.2.map { "('\($0)')" } ?? "")
    }
    if let match = english.wholeMatch(
      of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./)
    {
      return "'\(match.1)' 옵션은 값을 받지 않습니다(적은 값: '\(match.2)')"
    }
    if let match = english.wholeMatch(of: /(?:Unexpected argument|\d+ unexpected arguments:) (.+)/)
    {
      return "예상하지 못한 인수가 있습니다: \(match.1)"
    }
    if let match = english.wholeMatch(
      of: /Value to be set with flag (.+) had already been set with flag (.+)/)
    {
      return "\(match.2) 옵션과 \(match.1) 옵션은 함께 쓸 수 없습니다"
    }
    if let match = english.wholeMatch(of: /Missing expected argument (.+)/) {
      return "필요한 \(match.1.hasPrefix("'-") ? "옵션이" : "인수가") 없습니다: \(match.1)"
    }
    if let match = english.wholeMatch(of: /Missing one of: (.+)/) {
      return "다음 인수 가운데 하나가 필요합니다: \(match.1)"
    }
    if let match = english.wholeMatch(of: /The value '(.*?)' is invalid for '(.+?)'(.*)/) {
      let noun = match.2.hasPrefix("-") ? "옵션" : "인수"
      return "'\(match.2)' \(noun)의 값이 올바르지 않습니다: '\(match.1)'\(reason(String(match.3)))"
    }
    if let match = english.wholeMatch(of: /Invalid option: (.+)/) {
      return "올바르지 않은 옵션입니다: \(match.1)"
    }
    return english == "Missing required subcommand." ? "하위 명령이 필요합니다" : nil
  }

  /// The rest of the message about a value: the values to choose from, or a reason that is already in Korean.
  private func reason(_ english: String) -> String {
    if let match = english.wholeMatch(of: /\. Please provide one of ('.+')\./) {
      let values = match.1.replacing(/' (?:and|or) '/, with: "', '")
      return ". 쓸 수 있는 값: \(values)"
    }
    return english == ". Please provide one of the following:" ? ". 쓸 수 있는 값:" : english
  }
}

extension String {
  /// The rest of the text after `prefix`; `nil` if it starts otherwise.
  fileprivate func dropped(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
