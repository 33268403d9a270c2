import Foundation
import Testing
import VGGDiagnostics
import VGGExecution
import VGGGraph
import VGGRuntime
import VGGTestSupport

@testable import VGGInsight

/// The parts of `vgg look`: fields, light, and the forms of its output.
@Suite struct LookTests {
  private static let configuration = """
    name: <b>small</b>
    input: [3, 20, 24]
    features: [6, M, {conv: 8, stride: 2}, M]
    classifier: {hidden: [], classes: 3}
    labels: [cat, 'a <script>', 개]

    """

  private func looked(
    class number: Int? = nil, layers: [String] = ["relu1_1", "relu2_1"]
  ) throws -> (graph: ModelGraph, photo: LookedPhoto) {
    let graph = try graph(Self.configuration)
    let insight = try Insight(
      graph, layers: layers.map { try graph.mapLayer(named: $0) },
      explaining: graph.explainedLayer(), weights: VariedWeights(), options: .init(threads: 1))
    let image = try #require(graph.images(1, seed: 2).first)
    let photo = try LookedPhoto(
      "a </script> photo.png", image, through: insight, classNumber: number,
      labels: graph.labels ?? [])
    return (graph, photo)
  }

  /// A value's field has exactly the pixels whose change changes the value.
  @Test(arguments: ["relu1_1", "pool1", "conv2_1", "relu2_1", "pool2"])
  func fieldsAreThePixelsThatCount(_ name: String) throws {
    let graph = try graph(
      "input: [1, 20, 24]\nactivation: silu\nfeatures: [2, M, {conv: 2, stride: 2}, {avgpool: 2}]\n"
        + "classifier: none\n")
    let known = ["relu1_1": "silu1_1", "relu2_1": "silu2_1"]
    let layer = try graph.mapLayer(named: known[name] ?? name)
    guard case .map(let map) = layer.shape else { return }
    let fields = FieldTable(of: layer, in: graph)
    #expect(fields.rows.count == map.height && fields.columns.count == map.width)
    let insight = try Insight(
      graph, layers: [layer], explaining: nil, weights: VariedWeights(),
      options: .init(threads: 1, isExact: true))
    let image = [Float](repeating: 0.5, count: 20 * 24)
    let before = try insight.values(of: image).layers[0].values
    for row in 0..<20 {
      var changed = image
      for column in 0..<24 { changed[row * 24 + column] += 3 }
      let after = try insight.values(of: changed).layers[0].values
      for place in 0..<map.height {
        let sees = fields.rows[place].start..<fields.rows[place].start + fields.rows[place].count
        let isChanged = (0..<map.channels).contains { channel in
          (0..<map.width).contains { column in
            let index = (channel * map.height + place) * map.width + column
            return before[index] != after[index]
          }
        }
        // Max pooling may choose another pixel of its window.
        if isChanged { #expect(sees.contains(row), "\(name) row \(place)") }
        if !name.hasPrefix("pool"), sees.contains(row) { #expect(isChanged, "\(name) \(place)") }
      }
    }
  }

  @Test func lightIsBrightAtTheCentresOfFields() throws {
    let graph = try graph(
      "input: [3, 16, 16]\nfeatures: [4, M, M, 4]\nclassifier: {hidden: [], classes: 2}\n")
    let layer = try graph.explainedLayer()
    var map = LayerValues.zeros(layer)
    map[5] = 1  // Row 1, column 1 of 4 x 4: its field's centre is between pixels 5 and 6.
    var gradient = [Float](repeating: 0, count: map.count)
    for place in 0..<16 { gradient[place] = 1 }
    let cam = try ClassActivationMap(
      LayerValues(layer, map), gradient: gradient, of: 0)
    #expect(cam.values[5] == 1)
    #expect(cam.values.reduce(0, +) == 1)
    let white = PixelImage(
      width: 16, height: 16, channels: 1, checked: [UInt8](repeating: 200, count: 256))
    let lit = white.lit(by: cam, FieldTable(of: layer, in: graph)).samples
    let brightest = try #require(lit.max())
    let places = lit.indices.filter { lit[$0] == brightest }.map { ($0 / 16, $0 % 16) }
    #expect(places.map { "\($0.0),\($0.1)" } == ["5,5", "5,6", "6,5", "6,6"])
    #expect(lit[0] == 44 && lit[255] == 44)
  }

  @Test func thePictureIsThePhoto() throws {
    let graph = try graph(
      "input: [3, 2, 2]\nfeatures: [4]\nclassifier: {hidden: [], classes: 2}\n"
        + "preprocess: {mean: [0.5, 0.4, 0.3], std: [0.2, 0.25, 0.3]}\n")
    let samples: [UInt8] = [0, 10, 20, 30, 40, 50, 255, 128, 127, 1, 2, 3]
    let image = PixelImage(width: 2, height: 2, channels: 3, checked: samples)
    let preprocessing = graph.preprocessing.perChannel(of: 3)
    let values = (0..<3).flatMap { channel in
      (0..<4).map { place in
        (Float(samples[place * 3 + channel]) / 255 - Float(preprocessing.mean[channel]))
          / Float(preprocessing.deviation[channel])
      }
    }
    #expect(PixelImage(input: values, of: graph) == image)
  }

  @Test func base64IsThatOfFoundation() {
    for count in 0..<20 {
      let bytes = (0..<count).map { UInt8($0 * 37 & 255) }
      #expect(base64(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test func theStrongestChannelsHaveTheLargestMeans() throws {
    let layer = try graph(Self.configuration).mapLayer(named: "conv1_1")
    var values = LayerValues.zeros(layer)
    let size = values.count / 6
    for (channel, value) in [3: 2, 1: 5, 4: 2].sorted(by: { $0.key < $1.key }) {
      for place in 0..<size { values[channel * size + place] = Float(value) }
    }
    #expect(try LayerValues(layer, values).strongestChannels(4) == [1, 3, 4, 0])
  }

  // MARK: - JSON

  @Test func theJSONHasTheValues() throws {
    let (_, photo) = try looked(class: 1)
    let text = LookJSON.document([LookJSON.photo(photo)])
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["format_version"] as? Int == 1)
    let found = try #require((document["photos"] as? [[String: Any]])?.first)
    #expect(found["input"] as? String == "a </script> photo.png")
    #expect(found["class"] as? Int == 1)
    #expect(found["label"] as? String == "a <script>")
    let cam = try #require(found["cam"] as? [String: Any])
    #expect(cam["layer"] as? String == "relu2_1")
    #expect((cam["values"] as? [Double])?.map { Float($0) } == photo.map.values)
    let maps = try #require(found["maps"] as? [String: [String: Any]])
    #expect(maps["relu1_1"]?["shape"] as? [Int] == [6, 20, 24])
    #expect((maps["relu1_1"]?["values"] as? [Double])?.map { Float($0) } == photo.layers[0].values)
  }

  @Test(.enabled(if: ReferencePython.isExpected(of: "jsonschema")))
  func theJSONKeepsToItsSchema() throws {
    let python = try #require(ReferencePython.with("jsonschema"))
    let script = Checkout.file("Scripts/checks/graph-json.py").path
    let schema = Checkout.file("Docs/schema/look.schema.json").path
    let (_, photo) = try looked()
    try withTemporaryFolder { folder in
      let files = try [
        [], [LookJSON.photo(photo)], [LookJSON.photo(photo), LookJSON.photo(photo)],
      ]
      .enumerated().map { try folder.write(LookJSON.document($1), to: "\($0).json") }
      let verdict = try Tool.run([python, script, schema] + files)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }
  }

  // MARK: - The page and the terminal

  @Test(arguments: Language.allCases) func thePageIsSelfContained(_ language: Language) throws {
    let (graph, photo) = try looked(class: 2)
    var page = LookPage(graph, in: language)
    try page.add(photo)
    try page.add(photo)
    let html = page.html(comment: "made -- by a test")
    for part in [
      "src=\"http", "href=\"http", "<link", "@import", "url(", "a </script>", "a <script>",
    ] {
      #expect(!html.contains(part), "\(part)")
    }
    #expect(html.contains("lang=\"\(language.rawValue)\""))
    #expect(html.contains("script-src 'sha256-"))
    #expect(html.contains("&lt;b&gt;small&lt;/b&gt;"))
    #expect(html.contains("id=\"photo2\""))
    let tables = html.split(separator: "\n").filter { $0.hasPrefix("[{\"name\"") }
    #expect(tables.count == 2)
    let layers = try #require(
      JSONSerialization.jsonObject(with: Data(tables[0].utf8)) as? [[String: Any]])
    #expect(layers.map { $0["name"] as? String } == ["relu1_1", "relu2_1"])
    let rows = try #require(layers[1]["rows"] as? [[Any]])
    // Row 0 of the strided convolution sees rows -3 to 5 of the photo.
    #expect(rows[0][0] as? Int == 0 && rows.count == 5)
  }

  @Test func theWordsOfAPage() throws {
    let (graph, photo) = try looked()
    var page = LookPage(graph, in: .english)
    try page.add(photo)
    let html = page.html(comment: "a test")
    #expect(html.contains("A photo on its way"))
    #expect(html.contains("as the network gets it, 20 × 24 pixels"))
    #expect(html.contains("6 @ 20 × 24"))
    #expect(html.contains("(Grad-CAM)"))
  }

  @Test(arguments: Language.allCases) func theTerminalsText(_ language: Language) throws {
    let (graph, photo) = try looked()
    let plain = LookText(graph, colours: .none, width: 80, style: .plain, in: language).text(photo)
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 120 })
    #expect(plain.contains("relu2_1"))
    let full = LookText(graph, colours: .full, width: 80, style: .ansi, in: language).text(photo)
    #expect(full.contains("\u{1B}[38;2;") && full.contains("▀"))
    let indexed = LookText(graph, colours: .indexed, width: 80, style: .ansi, in: language).text(
      photo)
    #expect(indexed.contains("\u{1B}[38;5;"))
  }

  @Test func thePictureHasARowForEachPhoto() throws {
    let (graph, photo) = try looked()
    var picture = LookPicture(graph)
    picture.add(photo)
    let one = picture.image
    picture.add(photo)
    let two = picture.image
    #expect(one.width == two.width && two.height == 2 * one.height - 8)
  }
}

extension LayerValues {
  /// Zeros for all of a layer's values.
  fileprivate static func zeros(_ layer: ChosenLayer) -> [Float] {
    [Float](repeating: 0, count: layer.shape.elementCount)
  }
}
