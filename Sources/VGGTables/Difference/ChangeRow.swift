import VGGDiagnostics
import VGGGraph

/// A row of the layer table: a layer that differs, or a number of consecutive layers that do not.
enum ChangeRow {
  case change(LayerChange)
  case same(Int)

  /// The rows of the table, without ReLU and dropout layers whose only change is the input map.
  static func rows(of changes: [LayerChange]) -> [ChangeRow] {
    var rows: [ChangeRow] = []
    for change in changes where !change.onlyFollows {
      guard change.kind == .same else {
        rows.append(.change(change))
        continue
      }
      if case .same(let count) = rows.last {
        rows[rows.count - 1] = .same(count + 1)
      } else {
        rows.append(.same(1))
      }
    }
    return rows
  }

  /// The cells, one per column, with both values if they differ.
  func cells(in phrases: any TablePhrasebook) -> [String] {
    switch self {
    case .same(let count):
      ["", phrases.same(count)]
        + Array(repeating: "", count: phrases.differenceTexts.layerColumns.count - 1)
    case .change(let change):
      [
        change.mark, change.both(\.name), change.both(\.layer.name),
        change.both(\.layer.kind.notation), change.both(\.layer.output.description),
        change.difference(\.parameters), change.difference(\.macs),
        change.both(\.receptiveFieldText),
      ]
    }
  }
}

extension LayerChange {
  fileprivate var onlyFollows: Bool {
    guard kind == .affected, let new else { return false }
    return new.layer.repeatsRowBefore
  }

  fileprivate var mark: String {
    switch kind {
    case .same: ""
    case .affected: "."
    case .changed: "~"
    case .added: "+"
    case .removed: "-"
    }
  }

  /// One text, or both if they differ: `conv3-64`, or `conv3-64 -> conv3-96`.
  fileprivate func both(_ text: (NamedLayer) -> String) -> String {
    let texts = [old.map(text), new.map(text)].compactMap { $0 }
    return texts.count == 2 && texts[0] == texts[1] ? texts[0] : texts.joined(separator: " -> ")
  }

  /// The count of the new layer minus that of the old.
  fileprivate func difference(_ count: (Layer) -> Int) -> String {
    let (one, other) = (old.map { count($0.layer) } ?? 0, new.map { count($0.layer) } ?? 0)
    return one == 0 && other == 0 ? "" : signed(other - one, grouped)
  }
}

extension NamedLayer {
  fileprivate var receptiveFieldText: String {
    layer.receptiveField.map { grouped($0.size) } ?? "-"
  }
}
