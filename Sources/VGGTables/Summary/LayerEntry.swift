import VGGGraph

/// One layer's numbers in the JSON of reports.
struct LayerEntry: Encodable {
  let layer: Layer

  private enum CodingKeys: String, CodingKey {
    case name
    case kind
    case notation
    case input
    case output
    case parameters
    case macs
    case receptiveField = "receptive_field"
  }

  init(_ layer: Layer) {
    self.layer = layer
  }

  /// `receptive_field` is `null` where a value sees the whole image.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(layer.name, forKey: .name)
    try container.encode(layer.kind.name, forKey: .kind)
    try container.encode(layer.kind.notation, forKey: .notation)
    try container.encode(layer.input.dimensions, forKey: .input)
    try container.encode(layer.output.dimensions, forKey: .output)
    try container.encode(layer.parameters, forKey: .parameters)
    try container.encode(layer.macs, forKey: .macs)
    try container.encode(layer.receptiveField?.size, forKey: .receptiveField)
  }
}
