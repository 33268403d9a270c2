import VGGDiagnostics
import VGGGraph

/// The server's own texts; those of findings, lessons and keys are in their phrasebooks.
package protocol ServerPhrasebook: Sendable {
  /// The sentence about a message header, on standard error.
  func words(for header: BrokenHeader) -> String
  /// The sentence that tells the user why something cannot be renamed.
  func words(for refusal: RenameRefusal) -> String
  /// The totals of a network, on one line.
  func totals(of graph: ModelGraph) -> String
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

  package func words(for refusal: RenameRefusal) -> String {
    switch refusal {
    case .nothing: "only anchors and models can be renamed, and neither is here"
    case .file:
      "a file cannot be renamed in the text; rename the file itself, then change this name"
    case .anchorName(let name):
      "an anchor's name consists of ASCII letters, digits, - and _, unlike \(quoted(name))"
    case .anchorTaken(let name):
      "the file already has an anchor &\(shortened(name)); choose another name"
    case .modelName(let name):
      "a model's name is one line of text that is not empty, unlike \(quoted(name))"
    case .modelTaken(let name): "the file already has a model \(quoted(name)); choose another name"
    case .notYAML: "the text is not valid YAML; correct it before you rename"
    case .changesMore: "renaming would change more than the name; edit the text instead"
    }
  }

  package func totals(of graph: ModelGraph) -> String {
    "\(grouped(graph.totals.parameters)) parameters, \(grouped(graph.totals.macs)) MACs, output \(graph.output)"
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

  package func words(for refusal: RenameRefusal) -> String {
    switch refusal {
    case .nothing: "앵커와 모델의 이름만 바꿀 수 있는데, 여기에는 둘 다 없습니다"
    case .file: "파일 이름은 글에서 바꿀 수 없습니다. 파일의 이름을 먼저 바꾼 다음 여기를 고치세요"
    case .anchorName(let name):
      "앵커 이름에는 영문자, 숫자, -, _만 쓸 수 있어서 \(quoted(name)) 이름은 쓸 수 없습니다"
    case .anchorTaken(let name): "이 파일에 &\(shortened(name)) 앵커가 이미 있습니다. 다른 이름을 고르세요"
    case .modelName(let name):
      "모델 이름은 비어 있지 않은 한 줄의 글이어야 해서 \(quoted(name)) 이름은 쓸 수 없습니다"
    case .modelTaken(let name): "이 파일에 \(quoted(name)) 모델이 이미 있습니다. 다른 이름을 고르세요"
    case .notYAML: "글이 올바른 YAML이 아닙니다. 먼저 고친 다음 이름을 바꾸세요"
    case .changesMore: "이름을 바꾸면 다른 내용도 바뀝니다. 글을 직접 고치세요"
    }
  }

  package func totals(of graph: ModelGraph) -> String {
    "매개변수 \(grouped(graph.totals.parameters))개, MAC \(grouped(graph.totals.macs))회, 출력 \(graph.output)"
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
