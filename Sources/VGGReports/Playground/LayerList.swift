import VGGDiagnostics
import VGGGraph

/// The layers as a table whose rows belong to the boxes of the drawing.
struct LayerList {
  let html: XMLElement

  /// Longer tables are cut; the drawing leaves most of such a network out, too.
  private static let mostRows = 300

  init(_ named: NamedLayers, _ volumes: [DiagramVolume], _ phrases: any Phrasebook) {
    var numbers: [Int: Int] = [:]
    for (number, volume) in volumes.enumerated() {
      for layer in volume.layers { numbers[layer] = number }
    }
    let columns = LayerColumn.allCases
    let titles = columns.map { column in
      XMLNode.element(
        XMLElement(
          "th", ["scope": "col", "class": column.column.alignment.htmlClass],
          text: column.column.title))
    }
    let shown = named.indices.filter { !named.layers[$0].isFoldedInText }
    let rows = shown.prefix(Self.mostRows).map { index in
      XMLNode.element(Self.row(named.layers[index], named.names[index], numbers[index], columns))
    }
    let table = XMLElement(
      "table", [:],
      [
        .element(XMLElement("thead", [:], [.element(XMLElement("tr", [:], titles))])),
        .element(XMLElement("tbody", [:], rows)),
      ])
    let rest = shown.count - rows.count
    let cut = XMLElement(
      "p", text: rest > 0 ? phrases.cut(after: rows.count, of: shown.count) : "")
    html = XMLElement("div", [:], [.element(table)] + (rest > 0 ? [.element(cut)] : []))
  }

  /// The name is a button, with which those who have no pointer choose the row.
  private static func row(
    _ layer: Layer, _ name: String, _ number: Int?, _ columns: [LayerColumn]
  ) -> XMLElement {
    let cells = columns.map { column -> XMLNode in
      let text = column.cell(of: layer, named: name)
      guard column == .name else {
        return .element(
          XMLElement("td", ["class": column.column.alignment.htmlClass], text: text))
      }
      let label =
        number == nil
        ? .text(text) : XMLNode.element(XMLElement("button", ["type": "button"], text: text))
      return .element(XMLElement("th", ["scope": "row"], [label]))
    }
    var row = XMLElement("tr", [:], cells)
    if let number { row.attributes.append(XMLAttribute(name: "data-volume", value: "\(number)")) }
    return row
  }
}
