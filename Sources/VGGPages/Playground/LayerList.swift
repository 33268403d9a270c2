import VGGDiagnostics
import VGGGraph
import VGGLessons
import VGGMarkup
import VGGTables

/// The layers as a table whose rows belong to the boxes of the drawing.
struct LayerList {
  private let named: NamedLayers
  /// For each layer its box, by its place among the boxes; none for one that is not drawn.
  private let boxes: [Int: Int]
  private let phrases: any PagePhrasebook

  init(_ named: NamedLayers, _ volumes: [DiagramVolume], _ phrases: any PagePhrasebook) {
    self.named = named
    self.phrases = phrases
    var boxes: [Int: Int] = [:]
    for (number, volume) in volumes.enumerated() {
      for layer in volume.layers { boxes[layer] = number }
    }
    self.boxes = boxes
  }

  var html: XMLElement {
    let titles = LayerColumn.allCases.map { column in
      cell("th", of: column, ["scope": "col"], .text(phrases.title(of: column)))
    }
    let shown = named.layers.tableRows
    let rows = shown.prefix(Explanation.layersExplained).map { XMLNode.element(row($0)) }
    let table = XMLElement(
      "table", [:],
      [
        .element(XMLElement("thead", [:], [.element(XMLElement("tr", [:], titles))])),
        .element(XMLElement("tbody", [:], rows)),
      ])
    guard rows.count < shown.count else { return table }
    let cut = XMLElement("p", text: phrases.cut(after: rows.count, of: shown.count))
    return XMLElement("div", [:], [.element(table), .element(cut)])
  }

  private func row(_ index: Int) -> XMLElement {
    let cells = LayerColumn.allCases.map { column in
      let text = column.cell(of: named.layers[index], named: named.names[index], in: phrases)
      guard column == .name else { return cell("td", of: column, [:], .text(text)) }
      // With the button, those who have no pointer choose the row.
      let button = XMLElement("button", ["type": "button"], text: text)
      return cell(
        "th", of: column, ["scope": "row"], boxes[index] == nil ? .text(text) : .element(button))
    }
    var row = XMLElement("tr", [:], cells)
    if let box = boxes[index] {
      row.attributes.append(XMLAttribute(name: "data-volume", value: "\(box)"))
    }
    return row
  }

  private func cell(
    _ name: String, of column: LayerColumn, _ attributes: KeyValuePairs<String, String>,
    _ content: XMLNode
  ) -> XMLNode {
    var cell = XMLElement(name, attributes, [content])
    let alignment = column.column(in: phrases).alignment
    cell.attributes.append(XMLAttribute(name: "class", value: alignment.htmlClass))
    return .element(cell)
  }
}
