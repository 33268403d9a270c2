import Foundation
import VGGCompiler

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
