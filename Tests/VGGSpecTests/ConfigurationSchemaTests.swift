import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGSpec
import VGGTables
import VGGTestSupport

/// `Docs/schema/vggc.schema.json`, validated with check-jsonschema from PyPI.
@Suite struct ConfigurationSchemaTests {
  private static let path = "Docs/schema/\(ConfigurationSchema.fileName)"

  @Test func theFileIsMadeFromTheKeys() throws {
    try expectRecorded(try ConfigurationSchema.text(), Self.path)
  }

  /// The names of those files that check-jsonschema refuses, as YAML or by the schema.
  private func refused(_ files: [String]) throws -> Set<String> {
    let python = try #require(ReferencePython.with("check_jsonschema"))
    let schema = Checkout.file(Self.path).path
    let verdict = try Tool.run(
      [python, "-m", "check_jsonschema", "--schemafile", schema, "-o", "json"] + files)
    #expect(verdict.status == 0 || verdict.status == 1, "\(verdict.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(verdict.output.utf8))
    return Set(((report.errors ?? []) + (report.parseErrors ?? [])).map(\.filename))
  }

  private struct Report: Decodable {
    struct Finding: Decodable {
      let filename: String
    }

    let errors: [Finding]?
    let parseErrors: [Finding]?

    enum CodingKeys: String, CodingKey {
      case errors
      case parseErrors = "parse_errors"
    }
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func theSchemaIsOne() throws {
    let python = try #require(ReferencePython.with("check_jsonschema"))
    let verdict = try Tool.run(
      [python, "-m", "check_jsonschema", "--check-metaschema", Checkout.file(Self.path).path])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func soundFilesPass() throws {
    try withTemporaryFolder { folder in
      let random = try (UInt64(0)..<40).map { seed in
        try folder.write(
          RandomNetwork(seed: seed, of: seed.isMultiple(of: 2) ? .usual : .dense).configuration,
          to: "random\(seed).yaml")
      }
      let builtIns = try BuiltInConfiguration.all.map {
        try folder.write($0.text, to: "\($0.name).yaml")
      }
      let repaired = try DiagnosticID.allCases.map {
        try folder.write($0.example.repaired, to: "repaired/\($0.fileName)")
      }
      let configs = Checkout.files(in: "Configs").map { Checkout.file($0).path }
      #expect(try refused(configs + random + builtIns + repaired).isEmpty)
    }
  }

  /// The diagnostics that only arithmetic, neighbouring entries, other files, or the rules for merge keys
  /// show.
  private static let beyondSchemas: Set<DiagnosticID> = [
    .mergeKey, .unknownBase, .extendsCycle, .unreadableFile, .repeatedActivation, .samePadding,
  ]

  /// Each mistake in reading or resolving a single file is refused; others are not.
  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func mistakesAreRefused() throws {
    let ids = DiagnosticID.allCases
    let files = ids.map { Checkout.file("Configs/mistakes/\($0.fileName)").path }
    let refused = try refused(files)
    for (id, file) in zip(ids, files) {
      let isKnown = id.stage != .checking && !Self.beyondSchemas.contains(id)
      #expect(refused.contains(file) == isKnown, "\(id.rawValue)")
    }
  }

  /// Every key with every kind of value: the schema accepts what the decoder accepts, and refuses what the
  /// decoder refuses, except for checks that involve more than one value.
  @Test(.enabled(if: ReferencePython.isExpected(of: "check_jsonschema")))
  func theDecoderAgrees() throws {
    try withTemporaryFolder { folder in
      let texts = SchemaCases.configurations
      #expect(texts.count > 1_000)
      let files = try texts.enumerated().map { index, text in
        try folder.write(text, to: "case\(index).yaml")
      }
      let refused = try refused(files)
      for (text, file) in zip(texts, files) {
        let diagnostics = compile(text).diagnostics
        let faults = diagnostics.filter { $0.id.stage == .resolving }
        let isBad = faults.contains { !SchemaCases.needsMoreThanOneValue($0) }
        if refused.contains(file) {
          #expect(diagnostics.hasErrors, "only the schema refuses: \(text)")
        } else {
          #expect(!isBad, "only the decoder refuses: \(text) \(faults.map(\.message))")
        }
      }
    }
  }

  /// Stating a default changes nothing.
  @Test(arguments: SchemaCases.statedDefaults)
  func defaultsAreWhatHolds(stated: String, absent: String) throws {
    let (one, two) = (try graph(stated), try graph(absent))
    #expect(
      one.layers.map { "\($0.name) \($0.kind)" } == two.layers.map { "\($0.name) \($0.kind)" })
    func settled(_ graph: ModelGraph) -> String {
      "\(graph.training)".components(separatedBy: "spec: ")[0]
    }
    #expect(settled(one) == settled(two), "\(stated)")
    #expect(one.augmentation == two.augmentation, "\(stated)")
    #expect(one.preprocessing == two.preprocessing, "\(stated)")
    #expect(one.input == two.input)
  }
}
