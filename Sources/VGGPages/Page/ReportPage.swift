import VGGDiagnostics
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGTables

/// What `vggc report` writes: everything about the models of a file on one page, which needs neither
/// a server nor a network.
package struct ReportPage: Sendable {
  private let models: [CheckedModel]
  private let paper: [ModelGraph]
  private let findings: [String]
  private let language: Language
  private var phrases: any PagePhrasebook { language.pagePhrases }

  /// - Parameters:
  ///   - paper: The networks to compare with.
  ///   - findings: What checking found, a line each.
  package init(
    _ models: [CheckedModel], comparedWith paper: [ModelGraph], findings: [String],
    in language: Language
  ) {
    self.models = models
    self.paper = paper
    self.findings = findings
    self.language = language
  }

  /// - Parameter comment: Where the page comes from.
  package func html(comment: String) -> String {
    let names = models.map { shortened($0.name) }.joined(separator: ", ")
    let sections = models.enumerated().map { Section(model: $1, id: "model\($0 + 1)") }
    let comparison = comparison
    let parts = findingsSection + sections.map(model) + [comparison].compactMap { $0 } + [glossary]
    let body = [
      XMLElement("header", [:], [.element(XMLElement("h1", text: "vggc: \(names)"))]),
      contents(sections, hasComparison: comparison != nil),
      XMLElement("main", [:], parts.map { .element($0) }),
    ]
    return HTMLRenderer.text(
      of: XMLElement(
        "html", ["lang": phrases.pageTexts.languageCode],
        [.element(head(names)), .element(XMLElement("body", [:], body.map { .element($0) }))]),
      comment: comment)
  }

  private struct Section {
    let model: CheckedModel
    let id: String
  }

  /// The page may fetch nothing, and says so to the browser.
  private func head(_ names: String) -> XMLElement {
    let style = String(
      decoding: Palette.styleSheet + PackageResources.report_css, as: UTF8.self)
    return XMLElement(
      "head", [:],
      [
        .element(XMLElement("meta", ["charset": "utf-8"])),
        .element(
          XMLElement(
            "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])),
        .element(
          XMLElement(
            "meta",
            [
              "http-equiv": "Content-Security-Policy",
              "content": "default-src 'none'; style-src 'unsafe-inline'",
            ])),
        .element(XMLElement("title", text: "vggc: \(names)")),
        .element(XMLElement("style", [:], [.lines(style.split(separator: "\n").map(String.init))])),
      ])
  }

  private func contents(_ sections: [Section], hasComparison: Bool) -> XMLElement {
    var links: [(id: String, text: String)] =
      findings.isEmpty ? [] : [("findings", phrases.pageTexts.findingsHeading)]
    links += sections.map { ($0.id, shortened($0.model.name)) }
    links += hasComparison ? [("comparison", phrases.pageTexts.comparisonHeading)] : []
    links.append(("glossary", phrases.pageTexts.glossaryHeading))
    return XMLElement(
      "nav", ["aria-label": phrases.pageTexts.contentsHeading],
      [
        .element(
          XMLElement(
            "ul", [:],
            links.map { link in
              .element(
                XMLElement(
                  "li", [:], [.element(XMLElement("a", ["href": "#\(link.id)"], text: link.text))]))
            }))
      ])
  }

  private var findingsSection: [XMLElement] {
    guard !findings.isEmpty else { return [] }
    return [
      section(
        "findings", phrases.pageTexts.findingsHeading,
        [
          XMLElement("ul", [:], findings.map { .element(XMLElement("li", text: $0)) })
        ])
    ]
  }

  private func model(_ section: Section) -> XMLElement {
    var parts: [XMLElement] = []
    if case .graph(let graph) = section.model {
      parts += [
        XMLElement("h3", text: phrases.pageTexts.totalsHeading),
        TotalsTable(graph, phrases).table.html,
        XMLElement("h3", text: phrases.pageTexts.pictureHeading),
        XMLElement(
          "figure",
          ["class": "scroll", "tabindex": "0", "aria-label": phrases.pageTexts.pictureHeading],
          [.element(svgElement(graph, id: section.id, in: phrases))]),
      ]
      parts += fields(of: graph, id: section.id)
    }
    parts += layers(of: section.model)
    let lesson = TextDocument(blocks: Explanation(section.model, in: language).blocks)
    return self.section(
      section.id, shortened(section.model.name), parts + lesson.html(id: section.id))
  }

  private func fields(of graph: ModelGraph, id: String) -> [XMLElement] {
    guard let picture = ReceptiveFieldPicture(graph) else { return [] }
    return [
      XMLElement("h3", text: phrases.pageTexts.fieldsHeading),
      XMLElement(
        "figure", ["class": "sight"],
        [
          .element(picture.element(title: phrases.pageTexts.fieldsHeading, id: id)),
          .element(
            XMLElement(
              "figcaption", [:],
              [
                .element(XMLElement("p", text: phrases.pageTexts.fieldsCaption)),
                .element(picture.legend(phrases.fieldKey)),
              ])),
        ]),
    ]
  }

  private func layers(of model: CheckedModel) -> [XMLElement] {
    let layers = LayerTable(model, phrases)
    var table = layers.table
    let count = table.rowCount
    table.rowCount = min(count, Explanation.layersExplained)
    let cut = count > table.rowCount ? phrases.cut(after: table.rowCount, of: count) : nil
    let conventions = Convention.all(for: [model]).map(phrases.meaning)
    return [
      XMLElement("h3", text: phrases.pageTexts.layerTableHeading), table.html,
      notes([cut.map(oneLine), layers.notShown].compactMap { $0 } + conventions),
    ]
  }

  /// What stands below a table, in small print.
  private func notes(_ notes: [String]) -> XMLElement {
    XMLElement("ul", ["class": "notes"], notes.map { .element(XMLElement("li", text: $0)) })
  }

  private var glossary: XMLElement {
    let terms = phrases.lessonTexts.glossary.flatMap { entry in
      [
        XMLNode.element(XMLElement("dt", text: entry.term)),
        .element(XMLElement("dd", text: entry.meaning)),
      ]
    }
    return section(
      "glossary", phrases.pageTexts.glossaryHeading,
      [XMLElement("dl", ["class": "glossary"], terms)])
  }

  /// A network of the name of one of the paper's takes its place.
  private var comparison: XMLElement? {
    let own = models.compactMap { model in
      if case .graph(let graph) = model { graph } else { nil }
    }
    guard !own.isEmpty else { return nil }
    let others = paper.filter { other in !own.contains { $0.name == other.name } }
    let names = Set(own.map { printable($0.name) })
    let table = ComparisonReport(own + others).table(in: phrases)
    let meanings = ComparisonColumn.allCases.compactMap(phrases.meaning)
    return section(
      "comparison", phrases.pageTexts.comparisonHeading,
      [
        XMLElement("p", text: phrases.pageTexts.comparisonMeaning),
        table.html { cells in cells.first.map(names.contains) ?? false }, notes(meanings),
      ])
  }

  private func section(_ id: String, _ heading: String, _ parts: [XMLElement]) -> XMLElement {
    XMLElement(
      "section", ["id": id, "aria-labelledby": "\(id)-heading"],
      ([XMLElement("h2", ["id": "\(id)-heading"], text: heading)] + parts).map { .element($0) })
  }
}
