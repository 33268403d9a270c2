import Foundation
import VGGCompiler

struct Answer: Encodable {
  let mistakes: [Mistake]
}

struct Mistake: Encodable {
  let id, message: String
  let line, column: Int
  let repairs: [String]

  init(_ diagnostic: Diagnostic) {
    (id, message) = (diagnostic.id, diagnostic.message)
    (line, column) = (diagnostic.range.start.line, diagnostic.range.start.column)
    repairs = diagnostic.fixIts.map(\.title)
  }
}

func answer(to body: Data) throws -> Data {
  let configuration = CompiledConfiguration(utf8: Array(body))
  let answer = Answer(mistakes: configuration.diagnostics().map(Mistake.init))
  return try JSONEncoder().encode(answer)
}

let body = try FileHandle.standardInput.readToEnd() ?? Data()
print(String(decoding: try answer(to: body), as: UTF8.self))
