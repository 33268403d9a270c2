import Foundation
import VGGCompiler

struct Answer: Encodable {
  let mistakes: [Mistake]
  let parameters: [String: Int]
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
  let digits = "input: [1, 28, 28]\nclassifier: {hidden: [], classes: 10}"
  let files = ConfigurationFiles(["digits.yaml": digits])
  let configuration = CompiledConfiguration(utf8: Array(body), files: files)
  let networks = configuration.networks.map { ($0.name, $0.totals.parameters) }
  let answer = Answer(
    mistakes: configuration.diagnostics().map(Mistake.init),
    parameters: Dictionary(networks) { first, _ in first })
  return try JSONEncoder().encode(answer)
}

let body = try FileHandle.standardInput.readToEnd() ?? Data()
print(String(decoding: try answer(to: body), as: UTF8.self))
