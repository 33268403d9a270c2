import VGGData
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGMarkup
import VGGRuntime
import VGGWeights

/// A page about the way of photos through a network, in one file: it loads nothing. All its numbers are the program's; the
/// page's script only looks them up.
package struct LookPage: Sendable {
  private let graph: ModelGraph
  private let language: Language
  private var phrases: any LookPhrasebook { language.lookPhrases }
  private var sections: [Element] = []
  private var names: [String] = []

  package init(_ graph: ModelGraph, in language: Language) {
    self.graph = graph
    self.language = language
  }

  // MARK: - The page

  /// - Parameter comment: The origin of the page.
  package func html(comment: String) -> String {
    let texts = phrases.lookTexts
    let heading = "\(texts.title): \(shortened(graph.name))"
    let page = Element("html", ["lang": texts.languageCode]) {
      head(heading)
      Element("body") {
        Element("header") {
          Element("h1", text: heading)
          Element("p", ["class": "quiet"], text: texts.hint)
        }
        if sections.count > 1 { contents }
        Element("main") { sections }
        Element("script") { Element.Node.lines(Self.script) }
      }
    }
    return phrases.markingEnglish(in: page).document(as: .html, comment: comment)
  }

  /// The head, with a policy that forbids the browser to fetch anything and to run any other script.
  private func head(_ heading: String) -> Element {
    let style = Palette.styleSheet + Palette.filled(PackageResources.look_css)
    let digest = base64(SHA256.hash(Array("\n\(Self.script.joined(separator: "\n"))\n".utf8)))
    return Element("head") {
      Element("meta", ["charset": "utf-8"])
      Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      Element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content":
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-\(digest)'",
        ])
      Element("title", text: heading)
      Element("style") { Element.Node.lines(style.split(separator: "\n").map(String.init)) }
    }
  }

  private static var script: [String] {
    String(decoding: PackageResources.look_js, as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  private var contents: Element {
    Element("nav", ["aria-label": phrases.lookTexts.photosLabel]) {
      Element("ul") {
        for (index, name) in names.enumerated() {
          Element("li") { Element("a", ["href": "#photo\(index + 1)"], text: name) }
        }
      }
    }
  }

  // MARK: - A photo

  /// Adds a photo's section.
  ///
  /// - Throws: `Deflate.Failure` when a picture cannot be encoded.
  package mutating func add(_ photo: LookedPhoto) throws {
    let number = sections.count + 1
    let name = printable(photo.input)
    names.append(name)
    let id = "photo\(number)"
    let layers = try photo.layers.enumerated().compactMap { place, values in
      try layer(values, id: "\(id)-layer\(place + 1)", number: place)
    }
    let why = try self.why(photo)
    let picture = try self.picture(photo, name)
    sections.append(
      Element("section", ["class": "look", "id": id, "aria-labelledby": "\(id)-heading"]) {
        Element("h2", ["id": "\(id)-heading"], text: name)
        Element("div", ["class": "columns"]) {
          Element("div", ["class": "photos"]) {
            picture
            why
          }
          Element("div", ["class": "way"]) {
            Element("h3", text: phrases.lookTexts.layersHeading)
            Element("p", ["class": "quiet"], text: phrases.lookTexts.layersCaption)
            Element("div", ["class": "layers"]) { layers }
            Element("div", ["class": "pointed"]) {
              Element("output", ["class": "value"], text: "–")
              Element("p", ["class": "said", "aria-live": "polite"]) {}
            }
          }
          answer(photo)
        }
        Element("script", ["type": "application/json", "class": "numbers"]) {
          Element.Node.lines([numbers(of: photo)])
        }
      })
  }

  private func picture(_ photo: LookedPhoto, _ name: String) throws -> Element {
    let (height, width) = (graph.input.height, graph.input.width)
    let image = try address(of: photo.picture)
    return Element("figure") {
      Element("h3", text: phrases.lookTexts.photoHeading)
      Element("div", ["class": "picture"]) {
        Element("img", ["src": image, "alt": name, "width": "\(width)", "height": "\(height)"])
        Element(
          "svg",
          [
            "class": "field", "viewBox": "0 0 \(width) \(height)", "preserveAspectRatio": "none",
            "aria-hidden": "true",
          ]
        ) {
          Element("rect", ["class": "rim", "vector-effect": "non-scaling-stroke"])
          Element("rect", ["class": "lit", "vector-effect": "non-scaling-stroke"])
        }
      }
      Element(
        "figcaption", ["class": "quiet"],
        text: phrases.asTheNetworkGetsIt(height: height, width: width))
    }
  }

  private func why(_ photo: LookedPhoto) throws -> Element {
    let label = phrases.name(of: photo.explained.label, photo.explained.index)
    let fields = FieldTable(of: photo.map.layer, in: graph)
    let image = try address(of: photo.picture.lit(by: photo.map, fields))
    let hasLight = photo.map.values.contains { $0 > 0 }
    let caption =
      hasLight
      ? phrases.light(of: photo.map.layer.name)
      : phrases.nothingSpeaks(for: label, in: photo.map.layer.name)
    return Element("figure") {
      Element("h3", text: phrases.why(label))
      Element("div", ["class": "picture"]) {
        Element(
          "img",
          [
            "src": image, "alt": phrases.why(label), "width": "\(graph.input.width)",
            "height": "\(graph.input.height)",
          ])
      }
      Element("figcaption", ["class": "quiet"], text: caption)
    }
  }

  /// A layer's strongest channels as tiles; `nil` for a vector.
  private func layer(_ values: LayerValues, id: String, number: Int) throws -> Element? {
    guard case .map(let map) = values.layer.shape else { return nil }
    let tiles = try values.strongestChannels(LookPicture.tiles).enumerated().map { place, channel in
      let image = try address(
        of: PixelImage(values.channel(channel), width: map.width, height: map.height))
      let label = phrases.channel(channel + 1)
      return Element(
        "div",
        [
          "class": "tile", "data-layer": "\(number)", "data-tile": "\(place)", "role": "group",
          "tabindex": place == 0 ? "0" : "-1", "aria-label": "\(values.layer.name), \(label)",
        ]
      ) {
        Element(
          "img", ["src": image, "alt": "", "width": "\(map.width)", "height": "\(map.height)"])
        Element(
          "svg",
          [
            "viewBox": "0 0 \(map.width) \(map.height)", "preserveAspectRatio": "none",
            "aria-hidden": "true",
          ]
        ) { Element("rect", ["width": "1", "height": "1", "vector-effect": "non-scaling-stroke"]) }
      }
    }
    let field = values.layer.index.map { graph.layers[$0].receptiveField } ?? .pixel
    return Element("section", ["class": "layer", "aria-labelledby": id]) {
      Element("h4", ["id": id], text: values.layer.name)
      Element(
        "p", ["class": "quiet"],
        text: phrases.map(channels: map.channels, height: map.height, width: map.width))
      tiles
      Element(
        "p", ["class": "quiet"],
        text: field.flatMap(fieldWithinPhoto) ?? phrases.lookTexts.wholeImage)
    }
  }

  /// The size of a field; `nil` if it is at least as large as the photo.
  private func fieldWithinPhoto(_ field: ReceptiveField) -> String? {
    let (height, width) = (field.size.height, field.size.width)
    return height >= graph.input.height && width >= graph.input.width
      ? nil : phrases.sees(height: height, width: width)
  }

  private func answer(_ photo: LookedPhoto) -> Element {
    let isShown = photo.answer.contains { $0.index == photo.explained.index }
    return Element("div", ["class": "answer"]) {
      Element("h3", text: phrases.lookTexts.answerHeading)
      Element(
        "p", ["class": "quiet"],
        text: photo.answer.first?.index == photo.explained.index
          ? phrases.lookTexts.answerCaption
          : "\(phrases.lookTexts.answerCaption) \(phrases.lookTexts.otherClassCaption)")
      Element("ol", ["class": "bars"]) {
        photo.answer.map { bar($0, isExplained: $0.index == photo.explained.index) }
        if !isShown { bar(photo.explained, isExplained: true) }
      }
    }
  }

  private func bar(_ candidate: ClassProbability, isExplained: Bool) -> Element {
    let share = fixed(Double(candidate.probability) * 100, places: 1)
    return Element("li", ["class": isExplained ? "explained" : "other"]) {
      Element("span", ["class": "label"], text: phrases.name(of: candidate.label, candidate.index))
      Element("span", ["class": "bar", "aria-hidden": "true"]) {
        Element("span", ["style": "width: \(share)%"])
      }
      Element("span", ["class": "share"], text: phrases.percentage(candidate.probability))
    }
  }

  private func address(of image: PixelImage) throws -> String {
    "data:image/png;base64,\(base64(try PNGFile.file(of: image)))"
  }

  // MARK: - The numbers that the script looks up

  /// For each layer: its name; each row's and column's field in pixels with its words; and for each tile its channel's words
  /// and its values.
  private func numbers(of photo: LookedPhoto) -> String {
    let layers = photo.layers.map { values in
      guard case .map = values.layer.shape else { return "null" }
      let fields = FieldTable(of: values.layer, in: graph)
      let rows = fields.rows.enumerated().map { place, field in
        axis(
          field, place: phrases.row(place + 1),
          pixels: phrases.pixelRows(field.start + 1, field.start + field.count))
      }
      let columns = fields.columns.enumerated().map { place, field in
        axis(
          field, place: phrases.column(place + 1),
          pixels: phrases.pixelColumns(field.start + 1, field.start + field.count))
      }
      let tiles = values.strongestChannels(LookPicture.tiles).map { channel in
        let numbers = values.channel(channel).map { fourDigits(Double($0)) }
        return
          "{\"channel\":\(quoted(phrases.channel(channel + 1))),\"values\":[\(numbers.joined(separator: ","))]}"
      }
      return "{\"name\":\(quoted(values.layer.name)),\"rows\":[\(rows.joined(separator: ","))],"
        + "\"columns\":[\(columns.joined(separator: ","))],\"tiles\":[\(tiles.joined(separator: ","))]}"
    }
    return "[\(layers.joined(separator: ","))]"
  }

  private func axis(_ field: FieldTable.Range, place: String, pixels: String) -> String {
    "[\(field.start),\(field.count),\(quoted(place)),\(quoted(pixels))]"
  }

  /// A JSON string that cannot end a script.
  private func quoted(_ text: String) -> String {
    jsonString(printable(text)).split(separator: "<", omittingEmptySubsequences: false)
      .joined(separator: "\\u003c")
  }
}
