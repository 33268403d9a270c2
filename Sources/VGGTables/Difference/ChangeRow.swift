import VGGDiagnostics
import VGGGraph

/// A line of the table of layers: a layer that differs, or how many in a row do not.
enum ChangeRow {
  case change(LayerChange)
  case same(Int)

  /// A ReLU or a dropout that only comes after another map than before is left out.
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

  /// A cell for each column; where something differs, both values.
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

  /// `conv3-64`, or `conv3-64 -> conv3-96` where they differ.
  fileprivate func both(_ text: (NamedLayer) -> String) -> String {
    let texts = [old.map(text), new.map(text)].compactMap { $0 }
    return texts.count == 2 && texts[0] == texts[1] ? texts[0] : texts.joined(separator: " -> ")
  }

  /// How much more the new layer has.
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
