import Foundation
import Testing
import VGGEmitters
import VGGTestSupport

/// The output of `emit --json` conforms to `Docs/schema/graph.schema.json`.
@Suite struct GraphSchemaTests {
  /// Every object has the keys that the schema requires, and the schema allows no others.
  @Test(arguments: SampleModel.emitted) func keys(_ sample: SampleModel) throws {
    let schema = try Schema()
    let graph = try sample.graph()
    let document = try object(emitJSON(graph, .test))
    // A network without taps has no key for them.
    #expect(keys(document)?.subtracting(["taps"]) == schema.root.keys(besides: ["taps"]))
    let taps = document["taps"] as? [[String: Any]]
    #expect(taps?.count ?? 0 == graph.taps.count && (taps == nil) == graph.taps.isEmpty)
    for tap in taps ?? [] { #expect(keys(tap) == schema.root.property("taps")?.items?.keys) }
    for part in ["provenance", "preprocessing", "augmentation", "training", "totals"] {
      #expect(keys(document[part]) == schema.root.property(part)?.keys, "\(part)")
    }
    for layer in try #require(document["layers"] as? [[String: Any]]) {
      let kind = try #require(layer["kind"] as? String)
      #expect(keys(layer) == schema.definition("layer").keys, "\(kind)")
      #expect(schema.allows(attributes: keys(layer["attributes"]) ?? [], of: kind), "\(kind)")
      if let field = layer["receptive_field"] as? [String: Any] {
        #expect(keys(field) == schema.definition("receptive_field").keys)
      }
      for tensor in try #require(layer["tensors"] as? [[String: Any]]) {
        #expect(keys(tensor) == schema.definition("tensor").keys)
      }
    }
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "jsonschema")))
  func conformsToTheSchema() throws {
    let python = try #require(ReferencePython.with("jsonschema"))
    let script = Checkout.file("Scripts/checks/graph-json.py").path
    let schema = Checkout.file("Docs/schema/graph.schema.json").path
    try withTemporaryFolder { folder in
      let files = try SampleModel.emitted.map { sample in
        try folder.write(emitJSON(sample.graph(), .test), to: "\(sample.folder).json")
      }
      let several = try SampleModel.emitted.map { try emitJSON($0.graph(), .test) }
      let list = try folder.write("[\(several.joined(separator: ","))]", to: "several.json")
      let listVerdict = try Tool.run([python, script, schema, list])
      #expect(listVerdict.status == 0, "\(listVerdict.output)\(listVerdict.errors)")
      let verdict = try Tool.run([python, script, schema] + files)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
      let strict = try Tool.run([python, script, schema, "--strict", try #require(files.last)])
      #expect(strict.status == 0, "\(strict.output)\(strict.errors)")
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func keys(_ value: Any?) -> Set<String>? {
    (value as? [String: Any]).map { Set($0.keys) }
  }
}

/// The parts of the JSON Schema that define the keys of an object.
private struct Schema {
  let root: Part
  private let definitions: [String: Any]

  struct Part {
    let content: [String: Any]

    /// The required keys; `nil` unless they are also the only allowed keys.
    var keys: Set<String>? { keys(besides: []) }

    /// The same if `optional` keys are allowed and not required.
    func keys(besides optional: Set<String>) -> Set<String>? {
      guard let required = content["required"] as? [String],
        let properties = content["properties"] as? [String: Any],
        content["additionalProperties"] as? Bool == false,
        Set(properties.keys).subtracting(optional) == Set(required)
      else { return nil }
      return Set(required)
    }

    /// The elements of an array.
    var items: Part? { (content["items"] as? [String: Any]).map(Part.init) }

    func property(_ name: String) -> Part? {
      ((content["properties"] as? [String: Any])?[name] as? [String: Any]).map(Part.init)
    }
  }

  init() throws {
    let data = try Data(contentsOf: Checkout.file("Docs/schema/graph.schema.json"))
    let content = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    definitions = try #require(content["$defs"] as? [String: Any])
    root = Part(content: definitions["network"] as? [String: Any] ?? [:])
  }

  func definition(_ name: String) -> Part {
    Part(content: definitions[name] as? [String: Any] ?? [:])
  }

  /// The name of the definition of a kind's attributes.
  private func attributes(of kind: String) -> String? {
    let kinds = definition("layer").content["oneOf"] as? [[String: Any]] ?? []
    for case let properties as [String: [String: Any]] in kinds.map({ $0["properties"] })
    where properties["kind"]?["const"] as? String == kind {
      let reference = properties["attributes"]?["$ref"] as? String
      return reference?.split(separator: "/").last.map(String.init)
    }
    return nil
  }

  /// Whether a kind may have these attributes: all required ones, and otherwise only allowed ones; kinds
  /// without numbers have none.
  func allows(attributes: Set<String>, of kind: String) -> Bool {
    guard let name = self.attributes(of: kind) else { return false }
    if name == "nothing" { return attributes.isEmpty }
    let content = definition(name).content
    guard let required = content["required"] as? [String],
      let properties = content["properties"] as? [String: Any],
      content["additionalProperties"] as? Bool == false
    else { return false }
    return attributes.isSuperset(of: required) && attributes.isSubset(of: properties.keys)
  }
}
