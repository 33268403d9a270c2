import VGGGraph
import VGGMarkup
import VGGTables

/// The totals as a list, in which scripts and tests can find each by its key.
struct TotalsList {
  let html: Element

  init(_ graph: ModelGraph, _ phrases: any PagePhrasebook) {
    html = Element("dl", ["class": "totals"]) {
      for entry in TotalsTable(graph, phrases).entries {
        Element("div", ["data-fact": entry.total.key.rawValue]) {
          Element("dt", text: entry.total.title(in: phrases))
          Element("dd", ["class": "value"], text: entry.value)
          Element("dd", ["class": "meaning"], text: entry.meaning)
        }
      }
    }
  }
}
