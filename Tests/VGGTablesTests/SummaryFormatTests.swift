import Foundation
import Testing
import VGGGraph
import VGGLessons
import VGGTables
import VGGTestSupport

@Suite struct SummaryFormatTests {
  private static let modelKeys: Set<String> = [
    "name", "input", "output", "weight_layers", "flattened", "parameters", "macs",
    "activation_bytes", "peak_activation_bytes", "layers",
  ]
  private static let layerKeys: Set<String> = [
    "name", "kind", "notation", "input", "output", "parameters", "macs", "receptive_field",
  ]

  private func decoded(_ models: [CheckedModel]) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(SummaryReport(models).json().utf8))
    return try #require((json as? [String: Any])?["models"] as? [[String: Any]])
  }

  @Test func jsonOfAGraph() throws {
    let model = try #require(try decoded([.graph(try builtIn("D"))]).first)
    #expect(Set(model.keys) == Self.modelKeys)
    #expect(model["name"] as? String == "D")
    #expect(model["input"] as? [Int] == [3, 224, 224])
    #expect(model["output"] as? [Int] == [1000])
    #expect(model["weight_layers"] as? Int == 16)
    #expect(model["flattened"] as? Int == 25_088)
    #expect(model["parameters"] as? Int == 138_357_544)
    #expect(model["macs"] as? Int == 15_470_264_320)
    let layers = try #require(model["layers"] as? [[String: Any]])
    #expect(layers.allSatisfy { Set($0.keys) == Self.layerKeys })
    let first = try #require(layers.first)
    #expect(first["name"] as? String == "features.0")
    #expect(first["kind"] as? String == "conv2d")
    #expect(first["notation"] as? String == "conv3-64")
    #expect(first["output"] as? [Int] == [64, 224, 224])
    #expect(first["parameters"] as? Int == 1_792)
    #expect(first["macs"] as? Int == 86_704_128)
    #expect(first["receptive_field"] as? Int == 3)
    #expect(layers.last?["receptive_field"] is NSNull)
  }

  @Test func jsonOfAStoppedModel() throws {
    let model = try #require(try decoded(SampleModel.stopped.models()).first)
    #expect(Set(model.keys) == Self.modelKeys.union(["stopped_at"]))
    for key in ["output", "parameters", "macs", "flattened", "weight_layers"] {
      #expect(model[key] is NSNull)
    }
    let stop = try #require(model["stopped_at"] as? [String: String])
    #expect(stop["code"] == "map-too-small")
    #expect(stop["message"]?.contains("doesn't fit") == true)
    #expect((model["layers"] as? [Any])?.isEmpty == false)
  }

  /// Every format shows the layers before the error, and the error.
  @Test func everyFormatMarksTheStop() throws {
    let report = SummaryReport(try SampleModel.stopped.models())
    let texts = [report.text(width: 80), try report.json(), report.csv(), report.markdown()]
    for text in texts {
      #expect(text.contains("conv3-256"))
      #expect(!text.contains("conv3-512"))
      #expect(text.contains("map-too-small"))
      #expect(text.contains("작은 모델"))
    }
  }

  /// With an error before the first layer, only the error can be shown.
  @Test(arguments: ["input: [3, 0, 5]\nfeatures: [8]\nclassifier: {classes: 2}", "features: [X]"])
  func aModelWithoutLayers(_ text: String) throws {
    let models = compile(text).models
    let report = SummaryReport(models)
    #expect(report.text(width: 80).contains("stopped here"))
    #expect(report.csv().contains(",stopped,"))
    #expect(report.markdown().contains("**Stopped here:**"))
    #expect(try report.json().contains("stopped_at"))
    for model in models { #expect(Explanation(model).text(width: 80).contains("The error\n")) }
  }

  @Test func aFileWithoutModels() throws {
    let report = SummaryReport(compile("[").models)
    #expect(report.text(width: 80) == "")
    #expect(report.markdown() == "")
    #expect(report.csv().components(separatedBy: "\r\n").count == 2)
    #expect(try report.json().contains("\"models\""))
  }

  @Test func csvHasOneRecordALayerAndAsManyFieldsInEach() throws {
    let graph = try SampleModel.everyKind.graph()
    let records = SummaryReport([.graph(graph)]).csv().components(separatedBy: "\r\n").dropLast()
    #expect(records.count == graph.layers.count + 1)
    #expect(records.allSatisfy { fields($0) == 13 })
  }

  private func fields(_ record: String) -> Int {
    var inQuotes = false
    return record.count { character in
      if character == "\"" { inQuotes.toggle() }
      return character == "," && !inQuotes
    } + 1
  }

  @Test func namesCannotSteerATerminalOrBreakATable() throws {
    let models = compile(
      #"name: "a|b\e[31m\n\"c\",d""# + "\nfeatures: [8, M]\nclassifier: {classes: 2}"
    ).models
    let report = SummaryReport(models)
    #expect(!report.text(width: 80).contains("\u{1B}"))
    #expect(!report.markdown().contains("\u{1B}"))
    #expect(report.markdown().contains(#"a\|b"#))
    for model in models {
      #expect(!Explanation(model).text(width: 80).contains("\u{1B}"))
      guard case .graph(let graph) = model else { continue }
      #expect(!ComparisonReport([graph]).text(width: 80).contains("\u{1B}"))
    }
  }

  /// Numbers at the bounds of the language, whose sums and products exceed 64 bits in some report.
  @Test(arguments: [
    "input: [1, 1048576, 1048576]\nfeatures: [1, 1]\navgpool: 1\nclassifier: {classes: 2}",
    "input: [16777216, 1024, 1024]\nfeatures: [conv1-16384]\navgpool: 1\nclassifier: {classes: 2}",
    "input: [3, 700, 700]\nfeatures: [16777216, M, 16777216]\navgpool: 1\nclassifier: {classes: 1}",
    "input: [3, 1048576, 1]\nfeatures: [{conv: 1, kernel: 1}]\nclassifier: {classes: 1}",
    "input: [3, 1024, 1024]\nfeatures: [{conv: 1, kernel: 1024, stride: 1024, padding: 1024}]\n"
      + "classifier: {hidden: [16777216, 16777216], classes: 16777216}",
    "input: [1, 1, 1]\nfeatures: []\nclassifier: {hidden: [], classes: 1}",
    "input: [1, 9, 9]\nfeatures: [4]\navgpool: [65536, 1]\nclassifier: {hidden: [], classes: 1}",
    "input: [3, 1048576, 1048576]\nbatch_norm: true\nfeatures: [131072]\navgpool: 1\n"
      + "classifier: {hidden: [], classes: 1}",
  ]) func extremes(_ text: String) throws {
    let models = compile(text).models
    let report = SummaryReport(models)
    let texts = [report.text(width: 80), report.csv(), report.markdown(), try report.json()]
    #expect(texts.allSatisfy { !$0.isEmpty })
    for model in models {
      #expect(!Explanation(model).text(width: 80).isEmpty)
      guard case .graph(let graph) = model else { continue }
      #expect(!ComparisonReport([graph]).text(width: 80).isEmpty)
    }
  }
}
