import VGGDiagnostics
import VGGGraph
import VGGGraphJSON

/// The checked network as JSON, as `Docs/schema/graph.schema.json` describes it: byte-identical for
/// identical input.
///
/// - Throws: `EncodingError` when the configuration holds a number that JSON cannot express; a
///   checked one does not.
package func emitJSON(_ graph: ModelGraph, _ provenance: Provenance) throws -> String {
  try jsonText(
    GraphDocument(
      graph,
      ProvenanceDocument(
        version: provenance.version, source: provenance.source, sha256: provenance.sha256)))
}
