import VGGDiagnostics
import VGGMarkup

/// The playground's page before it has asked anything of the server.
package struct PlaygroundPage {
  private let phrases: any PagePhrasebook

  /// Where the page's parts are on the server.
  package enum Path {
    package static let icon = "/icon.svg"
    package static let palette = "/palette.css"
    package static let style = "/playground.css"
    package static let diagramStyle = "/diagram.css"
    package static let script = "/playground.js"
  }

  package init(_ language: Language) {
    phrases = language.pagePhrases
  }

  package var html: String {
    HTMLRenderer.text(
      of: XMLElement(
        "html", ["lang": phrases.pageTexts.languageCode, "data-revision": "0"],
        [.element(head), .element(XMLElement("body", [:], elements([header, main])))]),
      comment: "vggc playground")
  }

  /// The colours of the report's page.
  package static var palette: [UInt8] { Palette.styleSheet }

  /// The colours of the drawing, which are those of `vggc emit --svg`.
  package static var diagramStyle: String { DiagramStyle.lines.joined(separator: "\n") + "\n" }

  private var head: XMLElement {
    XMLElement(
      "head", [:],
      elements([
        XMLElement("meta", ["charset": "utf-8"]),
        XMLElement(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        XMLElement("title", text: "vggc playground"),
        XMLElement("link", ["rel": "icon", "href": Path.icon]),
        XMLElement("link", ["rel": "stylesheet", "href": Path.palette]),
        XMLElement("link", ["rel": "stylesheet", "href": Path.diagramStyle]),
        XMLElement("link", ["rel": "stylesheet", "href": Path.style]),
        XMLElement("script", ["type": "module", "src": Path.script], text: ""),
      ]))
  }

  private var header: XMLElement {
    XMLElement(
      "header", [:],
      elements([
        XMLElement(
          "h1", [:],
          [.text("vggc playground "), .element(XMLElement("span", ["id": "file"], text: ""))]),
        XMLElement("p", ["id": "notice", "role": "status"], text: ""),
        XMLElement(
          "div", ["class": "tools"],
          elements([
            labelled(
              phrases.pageTexts.examplesLabel,
              XMLElement(
                "select", ["id": "examples"],
                elements([XMLElement("option", ["value": ""], text: "…")]))),
            button("format", phrases.pageTexts.format), button("share", phrases.pageTexts.share),
            button("back", phrases.pageTexts.backToFile, isHidden: true),
            button("save", phrases.pageTexts.save),
          ])),
        XMLElement(
          "p", ["id": "link", "hidden": ""],
          elements([
            labelled(
              phrases.pageTexts.linkLabel,
              XMLElement("input", ["id": "share-link", "readonly": ""]))
          ])),
      ]))
  }

  private var main: XMLElement {
    XMLElement("main", [:], elements([writing, network, layer, totals, layers]))
  }

  private var writing: XMLElement {
    section(
      "writing", phrases.pageTexts.textHeading,
      [
        XMLElement(
          "div", ["class": "paper"],
          elements([
            XMLElement("div", ["id": "gutter", "aria-hidden": "true"], text: ""),
            XMLElement(
              "div", ["class": "sheet"],
              elements([
                XMLElement("pre", ["id": "underlines", "aria-hidden": "true"], text: ""),
                XMLElement(
                  "textarea",
                  [
                    "id": "editor", "aria-label": phrases.pageTexts.editorLabel,
                    "aria-describedby": "verdict", "spellcheck": "false", "autocapitalize": "off",
                    "autocomplete": "off", "wrap": "off", "rows": "1",
                  ], text: ""),
              ])),
          ])),
        XMLElement("p", ["id": "verdict", "role": "status"], text: ""),
        button("fix-all", phrases.pageTexts.fixAll, isHidden: true),
        XMLElement("ul", ["id": "findings"], text: ""),
      ])
  }

  private var network: XMLElement {
    section(
      "network", phrases.pageTexts.networkHeading,
      [
        XMLElement(
          "p", ["id": "models", "hidden": ""],
          elements([
            labelled(phrases.pageTexts.modelLabel, XMLElement("select", ["id": "model"], text: ""))
          ])),
        XMLElement(
          "div", ["id": "sizes", "hidden": ""],
          elements([
            XMLElement("label", ["for": "size"], text: phrases.pageTexts.sizeLabel),
            XMLElement(
              "div", ["class": "rail"],
              elements([
                XMLElement(
                  "input",
                  [
                    "id": "size", "type": "range", "min": "1", "max": "2", "step": "1",
                    "aria-describedby": "size-note stop",
                  ]),
                XMLElement("div", ["id": "size-bands", "aria-hidden": "true"], text: ""),
              ])),
            XMLElement("output", ["id": "size-value", "for": "size"], text: ""),
            XMLElement(
              "div", ["class": "tools"],
              elements([
                button("size-reset", phrases.pageTexts.backToOwnSize, isDisabled: true),
                button("size-apply", phrases.pageTexts.writeSize, isDisabled: true),
              ])),
            XMLElement("p", ["id": "size-note"], text: ""),
          ])),
        XMLElement(
          "p", ["id": "stop", "class": "alert", "role": "status", "hidden": ""], text: ""),
        XMLElement(
          "div",
          [
            "id": "drawing", "class": "scroll", "tabindex": "0", "role": "group",
            "aria-label": phrases.pageTexts.drawingLabel,
          ], text: ""),
        XMLElement("p", ["class": "hint"], text: phrases.pageTexts.keyboardHint),
      ])
  }

  private var totals: XMLElement {
    section(
      "totals", phrases.pageTexts.totalsHeading, [XMLElement("div", ["id": "facts"], text: "")])
  }

  private var layer: XMLElement {
    XMLElement(
      "section", ["id": "details", "aria-labelledby": "details-title"],
      elements([
        XMLElement("h2", ["id": "details-title"], text: phrases.pageTexts.layerHeading),
        XMLElement(
          "figure", ["class": "sight"],
          elements([
            XMLElement("div", ["id": "sight"], text: ""),
            XMLElement("figcaption", ["id": "sees"], text: ""),
          ])),
        XMLElement("div", ["id": "lesson"], text: ""),
        XMLElement("dl", ["id": "shares"], text: ""),
      ]))
  }

  private var layers: XMLElement {
    section(
      "table", phrases.pageTexts.layersHeading,
      [
        XMLElement(
          "div",
          [
            "id": "layers", "class": "scroll", "tabindex": "0", "role": "group",
            "aria-label": phrases.pageTexts.layersHeading,
          ], text: "")
      ])
  }

  private func section(_ id: String, _ heading: String, _ parts: [XMLElement]) -> XMLElement {
    XMLElement(
      "section", ["id": id, "aria-labelledby": "\(id)-heading"],
      elements([XMLElement("h2", ["id": "\(id)-heading"], text: heading)] + parts))
  }

  private func labelled(_ label: String, _ control: XMLElement) -> XMLElement {
    XMLElement("label", [:], [.text(label + " "), .element(control)])
  }

  private func button(
    _ id: String, _ label: String, isHidden: Bool = false, isDisabled: Bool = false
  ) -> XMLElement {
    var button = XMLElement("button", ["id": id, "type": "button"], text: label)
    if isHidden { button.attributes.append(XMLAttribute(name: "hidden", value: "")) }
    if isDisabled { button.attributes.append(XMLAttribute(name: "disabled", value: "")) }
    return button
  }

  private func elements(_ elements: [XMLElement]) -> [XMLNode] { elements.map { .element($0) } }
}
