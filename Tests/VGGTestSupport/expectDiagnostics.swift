import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGSpec

/// A test's expectation of one diagnostic.
package struct ExpectedDiagnostic: CustomStringConvertible {
  package let marker: Character
  package let id: DiagnosticID
  package let message: String

  package init(_ marker: Character, _ id: DiagnosticID, _ message: String) {
    self.marker = marker
    self.id = id
    self.message = message
  }

  package var description: String { "\(marker) [\(id.rawValue)] \(message)" }
}

/// Compiles marked YAML and expects exactly these diagnostics, at their markers.
///
/// - Parameters:
///   - fixed: The text after every certain fix-it; a diagnostic with one needs it.
///   - offered: The titles of the fix-its that are offered and not applied.
///   - files: The files that the configuration may name, by path.
@discardableResult
package func expectDiagnostics(
  _ marked: String, _ expected: [ExpectedDiagnostic], fixed: String? = nil,
  offered: [String] = [], files: [String: String] = [:],
  at location: Testing.SourceLocation = #_sourceLocation
) -> Compilation {
  let text = MarkedText(marked)
  let compilation = compile(text.text, files: files)
  let found = compilation.diagnostics.map { diagnostic in
    let marker = text.markers.first { $0.value == diagnostic.range.start }?.key
    return ExpectedDiagnostic(marker ?? "?", diagnostic.id, diagnostic.message).description
  }
  #expect(found == expected.map(\.description), sourceLocation: location)
  let bytes = applyFixIts(of: compilation.diagnostics, to: compilation.file, compilation.main)
  let result = String(decoding: bytes, as: UTF8.self)
  #expect(result == fixed ?? text.text, "after fix-its", sourceLocation: location)
  let choices = compilation.diagnostics.flatMap(\.fixIts).filter { $0.confidence == .offered }
  #expect(choices.map(\.title) == offered, sourceLocation: location)
  return compilation
}

/// Compiles YAML text as `test.yaml` in a folder that contains only `files`.
package func compile(
  _ text: String, files: [String: String] = [:], input: MapShape? = nil
) -> Compilation {
  let reader = SourceReader { path throws(UnreadableFile) in
    guard let text = files[path] else { throw UnreadableFile(reason: "no such file or directory") }
    return SourceReader.Contents(path: path, bytes: Array(text.utf8))
  }
  return CompilerPipeline(reader: reader, input: input).compileAll(
    SourceFile(name: "test.yaml", text: text))
}
