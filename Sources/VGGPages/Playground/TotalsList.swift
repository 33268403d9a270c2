import VGGGraph
import VGGMarkup
import VGGTables

/// The totals as a list, in which the page's readers find one by its key.
struct TotalsList {
  let html: XMLElement

  init(_ graph: ModelGraph, _ phrases: any PagePhrasebook) {
    let entries = TotalsTable(graph, phrases).entries.map { entry in
      XMLNode.element(
        XMLElement(
          "div", ["data-fact": entry.total.rawValue],
          [
            .element(XMLElement("dt", text: entry.total.title(in: phrases))),
            .element(XMLElement("dd", ["class": "value"], text: entry.value)),
            .element(XMLElement("dd", ["class": "meaning"], text: entry.meaning)),
          ]))
    }
    html = XMLElement("dl", ["class": "totals"], entries)
  }
}
