import VGGDiagnostics
import VGGGraph
import VGGGraphJSON

/// The checked network as JSON, as described in `Docs/schema/graph.schema.json`: byte-identical for
/// identical input.
///
/// - Throws: `EncodingError` if the configuration contains a number that JSON cannot express; a
///   checked one does not.
package func emitJSON(_ graph: ModelGraph, _ provenance: Provenance) throws -> String {
  try TextSink.text { (sink) throws in try writeJSON(graph, provenance, to: sink) }
}

/// The same, written layer by layer.
package func writeJSON(_ graph: ModelGraph, _ provenance: Provenance, to sink: TextSink) throws {
  try JSONSink(to: sink).write(
    graph,
    ProvenanceDocument(
      version: provenance.version, source: provenance.source, sha256: provenance.sha256))
}
