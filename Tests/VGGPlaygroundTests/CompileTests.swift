import Foundation
import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGLessons
import VGGSpec

@testable import VGGPlayground

/// The server's answers about a text.
@Suite struct CompileTests {
  /// The paper's networks with the numbers that `VGGGraphTests` compares with the paper.
  @Test(
    arguments: zip(
      BuiltInConfiguration.paper.map(\.name),
      [
        "132,863,336", "132,863,336", "133,047,848", "133,638,952", "138,357,544", "143,667,240",
      ]))
  func paperNetworks(name: String, parameters: String) throws {
    let builtIn = try #require(BuiltInConfiguration.named(name))
    let answer = try Page(builtIn).compile(builtIn.text)
    #expect(answer["hasErrors"] as? Bool == false)
    #expect(answer.fact("parameters") == parameters)
    #expect(answer.fact("flattened") == "25,088")
    #expect(answer["size", "own"] as? Int == 224)
  }

  /// The slider's numbers are those of `--input`.
  @Test(arguments: [32, 64, 160, 223, 224, 225, 256, 448])
  func otherSizes(side: Int) throws {
    let text = BuiltInConfiguration.d.text
    let answer = try Page().compile(text, side: side)
    let changed = text.replacingOccurrences(of: "[3, 224, 224]", with: "[3, \(side), \(side)]")
    let own = try Page().compile(changed)
    for key in ["parameters", "macs", "flattened", "activation_bytes", "peak_activation_bytes"] {
      #expect(answer.fact(key) != nil && answer.fact(key) == own.fact(key))
    }
    #expect(answer.text("network", "layers") == own.text("network", "layers"))
    #expect(answer.text("size", "note") == own.text("size", "note"))
    #expect(answer["size", "side"] as? Int == side)
    // The findings of the text itself do not change.
    #expect(answer.text("verdict") == "No problems found: every layer fits the next.")
  }

  @Test func whereTheNetworkStops() throws {
    let answer = try Page().compile(BuiltInConfiguration.d.text, side: 31)
    #expect(answer.text("network", "stop").contains("map-too-small") == false)
    #expect(answer.text("network", "stop").hasPrefix("The network stops here: "))
    #expect(answer.text("network", "drawing").contains("class=\"cross\""))
    #expect(answer.fact("flattened") == nil)
    #expect(!answer.list("network", "volumes").isEmpty)
  }

  /// After the edit that writes the slider's size, the text has that size.
  @Test(arguments: [
    "name: a\ninput: [3, 224, 224]\nfeatures: [64, M]\nclassifier:\n  classes: 2\n",
    "name: a\nfeatures: [64, M]\nclassifier:\n  classes: 2\n",
    "{name: a, features: [64, M], classifier: {classes: 2}}",
    "# a comment\nextends: D\n",
    "input:\n  - 3\n  - 224\n  - 224\nextends: D\n",
    "\u{FEFF}# Größe 😀\ninput: [3, 224, 224] # 😀\nextends: D\n",
    "models:\n  a:\n    extends: D\n    input: [3, 224, 224]\n",
    "input: [3, 224, 224]\nmodels:\n  a: {extends: D}\n  b: {extends: E}\n",
  ])
  func writingTheSize(text: String) throws {
    let page = Page()
    let answer = try page.compile(text, side: 96)
    let edited = try text.applying(
      try #require(answer["size", "edit"] as? [String: Any]))
    let after = try page.compile(edited)
    #expect(after["size", "own"] as? Int == 96, "\(edited)")
    #expect(after["hasErrors"] as? Bool == false, "\(edited)")
  }

  /// A fix of the page repairs its error; positions are counted as in a browser.
  @Test(arguments: [
    "# 😀 Größe\nname: a\ninput: [3, 32, 32]\nfeatures: [64, \"32\", M]\nclassifier:\n  classes: 2\n",
    "# 😀\ncfg = [64, 'M', 128, 'M']\n", "features: [64, Ｍ， 128]\nclassifier: {classes: 2}\n",
    "name: a\r\ninput: [3, 32, 32]\r\nfaetures: [64, M]\r\nclassifier:\r\n  classes: 2\r\n",
  ])
  func fixes(text: String) throws {
    let page = Page()
    let answer = try page.compile(text)
    let finding = try #require(answer.list("findings").first)
    let fix = try #require((finding["fixes"] as? [[String: Any]])?.first)
    let mended = try page.compile(try text.applying(fix))
    #expect(mended["hasErrors"] as? Bool == false)
    #expect(try page.compile(answer.text("fixed"))["hasErrors"] as? Bool == false)
    let meaning = try #require(finding["meaning"] as? [String])
    #expect(!meaning.joined().isEmpty)
  }

  /// A layer is the author's choice: its button is there, but the button for all fixes does not
  /// apply it.
  @Test func layersAreOffered() throws {
    let text = "input: [3, 32, 32]\nfeatures: [64, MC]\nclassifier: {classes: 2}\n"
    let answer = try Page().compile(text)
    let finding = try #require(answer.list("findings").first)
    let fixes = try #require(finding["fixes"] as? [[String: Any]])
    #expect(fixes.map { $0["title"] as? String } == ["replace MC with {maxpool: 2, ceil: true}"])
    #expect(answer["fixed"] as? String == nil)
  }

  @Test func placesAreTheEditorsOwn() throws {
    let text = "# 😀\nname: a\ninput: [3, 32, 32]\nfeatures: [64, Ü]\nclassifier: {classes: 2}\n"
    let finding = try #require(try Page().compile(text).list("findings").first)
    let place = try #require(finding["place"] as? [String: Any])
    let span = try #require(place["span"] as? [String: Int])
    let units = Array(text.utf16)
    let wrong = units[try #require(span["start"])..<(try #require(span["end"]))]
    #expect(String(decoding: wrong, as: UTF16.self) == "Ü")
    #expect(place["line"] as? Int == 4)
  }

  /// Each box knows the element of the text that it comes from.
  @Test func boxesKnowTheirElements() throws {
    let text = BuiltInConfiguration.d.text
    let volumes = try Page().compile(text).list("network", "volumes")
    let units = Array(text.utf16)
    let elements = volumes.compactMap { $0["element"] as? [String: Int] }.map { span in
      String(decoding: units[(span["start"] ?? 0)..<(span["end"] ?? 0)], as: UTF16.self)
    }
    #expect(elements.prefix(6) == ["64", "64", "M", "128", "128", "M"])
  }

  /// The shares of all boxes add up to the network's totals.
  @Test func sharesAddUp() throws {
    for builtIn in BuiltInConfiguration.all {
      let volumes = try Page().compile(builtIn.text).list("network", "volumes")
      for number in 0..<3 {
        let fractions = volumes.compactMap {
          ($0["shares"] as? [[String: Any]])?[number]["fraction"] as? Double
        }
        #expect(abs(fractions.reduce(0, +) - 1) < 1e-9)
      }
    }
  }

  @Test func severalModels() throws {
    let text = "models:\n  small: {extends: A}\n  large: {extends: E}\n"
    let page = Page()
    #expect(try page.compile(text)["models"] as? [String] == ["small", "large"])
    #expect(try page.compile(text, model: 0).fact("parameters") == "132,863,336")
    #expect(try page.compile(text, model: 1).fact("parameters") == "143,667,240")
    // A model that no longer exists.
    #expect(try page.compile(text, model: 7).fact("parameters") == "143,667,240")
    #expect(try page.compile(text, model: -1).fact("parameters") == "132,863,336")
  }

  @Test(arguments: [
    "", "[", "3", "features: [", "name: a\n", "\u{0}", "- a\n- b\n", "models: {}\n",
  ])
  func whatIsNoNetwork(text: String) throws {
    for language in Language.allCases {
      let answer = try Page(language: language).compile(text, side: 100)
      #expect(answer["hasErrors"] as? Bool == true)
      #expect(!answer.list("findings").isEmpty)
      #expect(!answer.text("verdict").isEmpty)
    }
  }

  /// Numbers that only an incomplete network can have.
  @Test func hugeNetworks() throws {
    let layers = Array(repeating: "16777216", count: 60).joined(separator: ", ")
    let text =
      "name: a\ninput: [16777216, 1048576, 1048576]\nfeatures: [\(layers)]\nclassifier: {classes: 2}\n"
    let answer = try Page().compile(text)
    #expect(answer["hasErrors"] as? Bool == true)
    let sizes = try Answer(try Page().post("/api/sizes", ["text": text]))
    #expect(sizes.list("bands").isEmpty)
  }

  /// A valid network with few layers whose receptive field's centre does not fit 64 bits.
  @Test func farApartFields() throws {
    let narrowing = Array(
      repeating: "{conv: 1, kernel: 1, stride: 1024, padding: 0}", count: 6)
    let last = [
      "{conv: 1, kernel: 1, stride: 1, padding: 1}", "{conv: 1, kernel: 1, stride: 2, padding: 0}",
      "{conv: 1, kernel: 1, stride: 1, padding: 3}",
    ]
    let features = (narrowing + last).joined(separator: ", ")
    let text = """
      input: [1, 1, 1]
      features: [\(features)]
      classifier: {classes: 2, hidden: []}
      """
    #expect(try Page().compile(text)["hasErrors"] as? Bool == false)
  }

  @Test func manyLayers() throws {
    let layers = Array(repeating: "64", count: 5_000).joined(separator: ", ")
    let text = "name: a\ninput: [3, 32, 32]\nfeatures: [\(layers)]\nclassifier: {classes: 2}\n"
    let answer = try Page().compile(text)
    #expect(answer["hasErrors"] as? Bool == false)
    #expect(answer.text("network", "layers").utf8.count < 200_000)
    #expect(answer.text("network", "drawing").utf8.count < 100_000)
  }

  /// The text never becomes markup of the page.
  @Test func whatLooksLikeHTML() throws {
    let text = """
      name: "<img src=x onerror=alert(1)>"
      input: [3, 32, 32]
      features: [64, "<script>alert(1)</script>"]
      classifier: {classes: 2}
      """
    let answer = try Page().compile(text)
    for part in ["drawing", "layers", "facts", "sight"] {
      let html = answer.text("network", part)
      #expect(!html.contains("<img") && !html.contains("<script"))
    }
  }

  @Test func korean() throws {
    let page = Page(language: .korean)
    #expect(String(decoding: page.send("GET", "/").body, as: UTF8.self).contains("lang=\"ko\""))
    let answer = try page.compile(BuiltInConfiguration.d.text)
    #expect(answer.text("verdict") == "문제가 없습니다. 모든 층의 입출력이 맞습니다.")
    #expect(answer.text("size", "note").contains("완전 연결 층"))
    // Tables and totals use the same words as the lessons.
    #expect(answer.text("network", "layers").contains(">매개변수<"))
    #expect(answer.text("network", "facts").contains(">수용 영역<"))
    #expect(!answer.text("network", "facts").contains("parameters<"))
  }

  @Test func koreanFindings() throws {
    let page = Page(language: .korean)
    let answer = "\(try page.compile("features: [64, {conv: 64, in: 3}, M, M]\n").fields)"
    #expect(answer.contains("합성곱의 입력 채널이 3개로 지정되었지만, 앞 층의 출력 채널은 64개입니다"))
    #expect(answer.contains("3을 64로 바꾸세요"))
    #expect(answer.contains("합성곱의 필터에는 입력 채널마다 가중치가 있습니다"))
    for word in ["takes", "replace 3", "the layer", "Every filter"] {
      #expect(!answer.contains(word), "\(word)")
    }
  }
}

extension String {
  /// The text with an answer's edit applied.
  fileprivate func applying(_ edit: [String: Any]) throws -> String {
    let span = try #require(edit["span"] as? [String: Int])
    let replacement = try #require(edit["replacement"] as? String)
    var units = Array(utf16)
    units.replaceSubrange(
      try #require(span["start"])..<(try #require(span["end"])), with: replacement.utf16)
    return String(decoding: units, as: UTF16.self)
  }
}
