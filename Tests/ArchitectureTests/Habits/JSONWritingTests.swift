import Testing
import VGGTestSupport

/// A JSON document of the programs is written by `documentText` or as a `VersionedDocument`, so that it has a version and
/// a schema.
@Suite struct JSONWritingTests {
  /// The files that may encode JSON in another way, with the reason.
  private static let allowed: [String: String] = [
    "VGGDiagnostics/JSONSink.swift": "the pieces of a document",
    "VGGDiagnostics/JSONText.swift": "the encoder itself",
    "VGGDiagnostics/SARIFRenderer.swift": "SARIF has its own version and schema",
    "VGGDiagnostics/VersionedDocument.swift": "the documents",
    "VGGLanguageServer/Protocol/JSONRPC.swift": "the Language Server Protocol",
    "VGGMetrics/EpochMetrics+Lines.swift": "a document on one line",
    "VGGPlayground/HTTP/Response.swift": "answers to the playground's own page",
    "VGGPlayground/PageAsset.swift": "texts of the playground's own page",
    "VGGSpec/Schema/ConfigurationSchema.swift": "a JSON Schema",
    "VGGTraining/Run/Checkpoint.swift": "metadata in a checkpoint, which only vgg reads",
    "VGGTraining/Run/TrainingDescription.swift": "metadata in a checkpoint, which only vgg reads",
  ]

  @Test func everyDocumentHasAVersion() {
    let found = SourceTree.files.filter { file in
      file.lines.contains { $0.contains("jsonText(") || $0.contains("JSONEncoder()") }
    }.map(\.shortPath)
    #expect(found == Self.allowed.keys.sorted(), "write a document with documentText")
  }
}
