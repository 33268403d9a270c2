import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGSpec
import VGGSyntax

/// The checked models of a configuration's text.
func compile(_ text: String, named name: String = "test.yaml") -> [CheckedModel] {
  var sources = SourceMap()
  let source = sources.add(SourceFile(name: name, text: text))
  let parsed = parseYAML(source, in: sources)
  let reader = SourceReader { (_) throws(UnreadableFile) in
    throw UnreadableFile(reason: "tests read no files")
  }
  let resolved = resolve(parsed.root, of: source, in: &sources, reader: reader)
  let earlier = parsed.diagnostics + resolved.diagnostics
  return resolved.models.map { check($0, earlier: earlier).model }
}

/// The graph of a sound configuration's text.
func graph(_ text: String) throws(UnsoundConfiguration) -> ModelGraph {
  switch compile(text).first {
  case .graph(let graph): return graph
  case .stopped(let trace): throw UnsoundConfiguration(reason: trace.stop.message)
  case nil: throw UnsoundConfiguration(reason: "no model")
  }
}

/// The graph of a built-in configuration, for an input of another size if one is given.
func builtIn(_ name: String, input: Int? = nil) throws(UnsoundConfiguration) -> ModelGraph {
  let size = input.map { "input: [3, \($0), \($0)]\n" } ?? ""
  return try graph("extends: \(name)\n\(size)")
}

struct UnsoundConfiguration: Error {
  let reason: String
}
