import VGGDiagnostics
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGTables

/// The output of `vggc report`: everything about the models of a file on one page, which needs neither
/// a server nor an internet connection.
package struct ReportPage: Sendable {
  private let models: [CheckedModel]
  private let paper: [ModelGraph]
  private let findings: [String]
  private let language: Language
  private var phrases: any PagePhrasebook { language.pagePhrases }

  /// - Parameters:
  ///   - paper: The networks to compare with.
  ///   - findings: The findings of the checks, one line each.
  package init(
    _ models: [CheckedModel], comparedWith paper: [ModelGraph], findings: [String],
    in language: Language
  ) {
    self.models = models
    self.paper = paper
    self.findings = findings
    self.language = language
  }

  /// - Parameter comment: The origin of the page.
  package func html(comment: String) -> String {
    let names = models.map { shortened($0.name) }.joined(separator: ", ")
    let sections = models.enumerated().map { Section(model: $1, id: "model\($0 + 1)") }
    let comparison = comparison
    let page = Element("html", ["lang": phrases.pageTexts.languageCode]) {
      head(names)
      Element("body") {
        Element("header") { Element("h1", text: "vggc: \(names)") }
        contents(sections, hasComparison: comparison != nil)
        Element("main") {
          if !findings.isEmpty { findingsSection }
          sections.map(model)
          if let comparison { comparison }
          glossary
        }
      }
    }
    return phrases.markingEnglish(in: page).document(as: .html, comment: comment)
  }

  private struct Section {
    let model: CheckedModel
    let id: String
  }

  /// The head, with a policy that forbids the browser to fetch anything.
  private func head(_ names: String) -> Element {
    let style = Palette.styleSheet + Palette.filled(PackageResources.report_css)
    return Element("head") {
      Element("meta", ["charset": "utf-8"])
      Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      Element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ])
      Element("title", text: "vggc: \(names)")
      Element("style") { Element.Node.lines(style.split(separator: "\n").map(String.init)) }
    }
  }

  private func contents(_ sections: [Section], hasComparison: Bool) -> Element {
    Element("nav", ["aria-label": phrases.pageTexts.contentsHeading]) {
      Element("ul") {
        if !findings.isEmpty { link(to: "findings", phrases.pageTexts.findingsHeading) }
        for section in sections { link(to: section.id, shortened(section.model.name)) }
        if hasComparison { link(to: "comparison", phrases.pageTexts.comparisonHeading) }
        link(to: "glossary", phrases.pageTexts.glossaryHeading)
      }
    }
  }

  private func link(to id: String, _ text: String) -> Element {
    Element("li") { Element("a", ["href": "#\(id)"], text: text) }
  }

  private var findingsSection: Element {
    section("findings", phrases.pageTexts.findingsHeading) {
      Element("ul") {
        for finding in findings { Element("li", text: finding) }
      }
    }
  }

  private func model(_ section: Section) -> Element {
    let lesson = TextDocument(blocks: Explanation(section.model, in: language).blocks)
    return self.section(section.id, shortened(section.model.name)) {
      if case .graph(let graph) = section.model {
        Element("h3", text: phrases.pageTexts.totalsHeading)
        TotalsTable(graph, phrases).table.html
        Element("h3", text: phrases.pageTexts.pictureHeading)
        Element(
          "figure",
          ["class": "scroll", "tabindex": "0", "aria-label": phrases.pageTexts.pictureHeading]
        ) {
          svgElement(graph, id: section.id, in: phrases)
        }
        fields(of: graph, id: section.id)
      }
      layers(of: section.model)
      lesson.html(id: section.id)
    }
  }

  private func fields(of graph: ModelGraph, id: String) -> [Element] {
    guard let picture = ReceptiveFieldPicture(graph) else { return [] }
    let heading = phrases.pageTexts.fieldsHeading
    return [
      Element("h3", text: heading),
      Element("figure", ["class": "sight"]) {
        picture.element(title: heading, id: id)
        Element("figcaption") {
          Element("p", text: phrases.pageTexts.fieldsCaption)
          picture.legend(phrases.fieldKey)
        }
      },
    ]
  }

  private func layers(of model: CheckedModel) -> [Element] {
    let layers = LayerTable(model, phrases)
    var table = layers.table
    let count = table.rowCount
    table.rowCount = min(count, Explanation.layersExplained)
    let cut = count > table.rowCount ? phrases.cut(after: table.rowCount, of: count) : nil
    let conventions = Convention.all(for: [model]).map(phrases.meaning)
    return [
      Element("h3", text: phrases.pageTexts.layerTableHeading), table.html,
      notes([cut.map(oneLine), layers.notShown, layers.taps].compactMap { $0 } + conventions),
    ]
  }

  /// The notes below a table, in small print.
  private func notes(_ notes: [String]) -> Element {
    Element("ul", ["class": "notes"]) {
      for note in notes { Element("li", text: note) }
    }
  }

  private var glossary: Element {
    section("glossary", phrases.pageTexts.glossaryHeading) {
      for topic in GlossaryTopic.ofNetworks {
        Element("h3", text: phrases.heading(of: topic))
        Element("dl", ["class": "glossary"]) {
          for term in topic.terms {
            Element("dt", text: phrases.heading(of: term))
            Element("dd", text: phrases.entry(for: term).meaning)
          }
        }
      }
    }
  }

  /// The comparison with the paper's networks; a network with the name of one of them replaces it.
  private var comparison: Element? {
    let own = models.compactMap { model in
      if case .graph(let graph) = model { graph } else { nil }
    }
    guard !own.isEmpty else { return nil }
    let others = paper.filter { other in !own.contains { $0.name == other.name } }
    let names = Set(own.map { printable($0.name) })
    let table = ComparisonReport(own + others).table(in: phrases)
    return section("comparison", phrases.pageTexts.comparisonHeading) {
      Element("p", text: phrases.pageTexts.comparisonMeaning)
      table.html { cells in cells.first.map(names.contains) ?? false }
      notes(ComparisonColumn.allCases.compactMap(phrases.meaning))
    }
  }

  private func section(
    _ id: String, _ heading: String, @MarkupBuilder content: () -> [Element.Node]
  ) -> Element {
    Element("section", ["id": id, "aria-labelledby": "\(id)-heading"]) {
      Element("h2", ["id": "\(id)-heading"], text: heading)
      for node in content() { node }
    }
  }
}
