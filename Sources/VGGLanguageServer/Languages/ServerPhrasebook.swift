import VGGDiagnostics

/// The server's own texts; those of findings, lessons and keys are in their phrasebooks.
package protocol ServerPhrasebook: Sendable {
  /// The sentence about a message header, on standard error.
  func words(for header: BrokenHeader) -> String
}

extension English: ServerPhrasebook {
  package func words(for header: BrokenHeader) -> String {
    switch header {
    case .noLength(let text):
      "the Content-Length of a message must be a whole number of bytes, not \(quoted(text))"
    case .tooLarge(let text):
      "the Content-Length of a message must be at most \(MessageFramer.largestLength) bytes, not \(shortened(text))"
    }
  }

  private func quoted(_ text: String) -> String { "\"\(printable(shortened(text)))\"" }
}

extension Korean: ServerPhrasebook {
  package func words(for header: BrokenHeader) -> String {
    switch header {
    case .noLength(let text):
      "메시지의 Content-Length 값은 바이트 수를 나타내는 정수여야 하지만, \(quoted(text)) 값이 왔습니다"
    case .tooLarge(let text):
      "메시지의 Content-Length 값은 최대 \(MessageFramer.largestLength)바이트여야 하지만, \(shortened(text)) 값이 왔습니다"
    }
  }

  private func quoted(_ text: String) -> String { "\"\(printable(shortened(text)))\"" }
}

extension Language {
  /// The server's texts in this language.
  package var serverPhrases: any ServerPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
