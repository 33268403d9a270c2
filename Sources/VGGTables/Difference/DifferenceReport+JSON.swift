import VGGDiagnostics
import VGGGraph
import VGGGraphJSON

extension DifferenceReport {
  /// The report in JSON, as described by `Docs/schema/diff.schema.json`.
  package func json() throws -> String {
    try documentText(.diff, DifferenceDocument(self))
  }
}

private struct DifferenceDocument: Encodable {
  let identical: Bool
  let models: [ModelDocument]
  let onlyInOld: [String]
  let onlyInNew: [String]

  init(_ report: DifferenceReport) {
    identical = report.isEmpty
    models = report.models.map(ModelDocument.init)
    onlyInOld = report.onlyInOld
    onlyInNew = report.onlyInNew
  }

  private enum CodingKeys: String, CodingKey {
    case identical, models
    case onlyInOld = "only_in_old"
    case onlyInNew = "only_in_new"
  }
}

/// A value before and after; `null` on a side without one.
private struct Sides<Value: Encodable>: Encodable {
  let old: Value?
  let new: Value?

  private enum CodingKeys: String, CodingKey {
    case old, new
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(old, forKey: .old)
    try container.encode(new, forKey: .new)
  }
}

private struct ModelDocument: Encodable {
  let identical: Bool
  let name: Sides<String>
  let settings: [SettingDocument]
  let layers: [LayerChangeDocument]
  let totals: [String: Sides<TotalValue>]
  let weights: WeightsDocument

  init(_ difference: NetworkDifference) {
    identical = difference.isEmpty
    name = Sides(old: difference.old.name, new: difference.new.name)
    settings = difference.settings.map(SettingDocument.init)
    layers = difference.layers.map(LayerChangeDocument.init)
    totals = Dictionary(
      uniqueKeysWithValues: difference.totals.map {
        ($0.total.key.rawValue, Sides(old: $0.old, new: $0.new))
      })
    weights = WeightsDocument(WeightDifference(difference.layers))
  }
}

private struct SettingDocument: Encodable {
  let setting: String
  let old: String
  let new: String

  init(_ change: SettingChange) {
    setting = change.setting
    old = English().words(for: change.old)
    new = English().words(for: change.new)
  }
}

private struct LayerChangeDocument: Encodable {
  let change: String
  let old: LayerEntry?
  let new: LayerEntry?

  init(_ change: LayerChange) {
    self.change = change.kind.rawValue
    old = change.old.map { LayerEntry($0.layer, paperName: $0.name) }
    new = change.new.map { LayerEntry($0.layer, paperName: $0.name) }
  }

  private enum CodingKeys: String, CodingKey {
    case change, old, new
  }

  /// Encodes a side without the layer as `null`.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(change, forKey: .change)
    try container.encode(old, forKey: .old)
    try container.encode(new, forKey: .new)
  }
}

private struct WeightsDocument: Encodable {
  struct Reshaped: Encodable {
    let name: String
    let old: [Int]
    let new: [Int]
  }

  struct Tensor: Encodable {
    let name: String
    let shape: [Int]

    init(_ tensor: StateTensor) {
      name = tensor.name
      shape = tensor.shape
    }
  }

  struct Moved: Encodable {
    let old: String
    let new: String
    let shape: [Int]
  }

  let fitting: Int
  let reshaped: [Reshaped]
  let added: [Tensor]
  let removed: [Tensor]
  let misplaced: [Tensor]
  let moved: [Moved]

  init(_ weights: WeightDifference) {
    fitting = weights.fitting
    reshaped = weights.reshaped.map { Reshaped(name: $0.name, old: $0.old, new: $0.new) }
    added = weights.added.map(Tensor.init)
    removed = weights.removed.map(Tensor.init)
    misplaced = weights.misplaced.map(Tensor.init)
    moved = weights.moved.map { Moved(old: $0.old, new: $0.new, shape: $0.shape) }
  }
}
