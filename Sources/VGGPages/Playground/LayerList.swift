import VGGDiagnostics
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGTables

/// The layers as a table whose rows are linked to the boxes of the drawing.
struct LayerList {
  private let named: NamedLayers
  /// The index of each layer's box; layers that are not drawn have none.
  private let boxes: [Int: Int]
  private let phrases: any PagePhrasebook

  init(_ named: NamedLayers, drawnAs volumes: [DiagramVolume], _ phrases: any PagePhrasebook) {
    self.named = named
    self.phrases = phrases
    var boxes: [Int: Int] = [:]
    for (number, volume) in volumes.enumerated() {
      for layer in volume.layers { boxes[layer] = number }
    }
    self.boxes = boxes
  }

  var html: Element {
    let shown = named.layers.tableRows
    let rows = shown.prefix(Explanation.layersExplained)
    let table = Element("table") {
      Element("thead") {
        Element("tr") {
          for column in LayerColumn.allCases {
            cell("th", of: column, ["scope": "col"]) { phrases.title(of: column) }
          }
        }
      }
      Element("tbody") { rows.map(row) }
    }
    guard rows.count < shown.count else { return table }
    return Element("div") {
      table
      Element("p", text: phrases.cut(after: rows.count, of: shown.count))
    }
  }

  private func row(_ index: Int) -> Element {
    let row = Element("tr") {
      for column in LayerColumn.allCases {
        let text = column.cell(of: named.layers[index], named: named.names[index], in: phrases)
        if column != .name {
          cell("td", of: column, [:]) { text }
        } else if boxes[index] == nil {
          cell("th", of: column, ["scope": "row"]) { text }
        } else {
          // The button makes the row selectable without a pointer.
          cell("th", of: column, ["scope": "row"]) {
            Element("button", ["type": "button"], text: text)
          }
        }
      }
    }
    return boxes[index].map { row.adding(["data-volume": "\($0)"]) } ?? row
  }

  private func cell(
    _ name: String, of column: LayerColumn, _ attributes: KeyValuePairs<String, String>,
    @MarkupBuilder content: () -> [Element.Node]
  ) -> Element {
    let alignment = column.column(in: phrases).alignment
    return Element(name, attributes, content: content).adding(["class": alignment.htmlClass])
  }
}
