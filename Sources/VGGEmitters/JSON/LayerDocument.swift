import VGGGraph

/// The JSON of one layer.
struct LayerDocument: Encodable {
  private let layer: Layer
  private let paperName: String

  init(_ layer: Layer, paperName: String) {
    self.layer = layer
    self.paperName = paperName
  }

  enum CodingKeys: String, CodingKey {
    case kind, name, notation, attributes, input, output, parameters, macs, tensors
    case paperName = "paper_name"
    case receptiveField = "receptive_field"
  }

  /// `receptive_field` is written as `null` where there is none.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(layer.kind.name, forKey: .kind)
    try container.encode(layer.name, forKey: .name)
    try container.encode(paperName, forKey: .paperName)
    try container.encode(layer.kind.notation, forKey: .notation)
    try container.encode(LayerAttributes(kind: layer.kind), forKey: .attributes)
    try container.encode(layer.input.dimensions, forKey: .input)
    try container.encode(layer.output.dimensions, forKey: .output)
    try container.encode(layer.parameters, forKey: .parameters)
    try container.encode(layer.macs, forKey: .macs)
    try container.encode(
      layer.receptiveField.map(ReceptiveFieldDocument.init), forKey: .receptiveField)
    try container.encode(layer.stateTensors.map(TensorDocument.init), forKey: .tensors)
  }
}

struct ReceptiveFieldDocument: Encodable {
  let size: Int
  let jump: Int
  let padding: Int

  init(_ field: ReceptiveField) {
    size = field.size
    jump = field.jump
    padding = field.padding
  }
}

/// A tensor that a layer takes from a file of weights, in PyTorch's layout.
struct TensorDocument: Encodable {
  let name: String
  let shape: [Int]

  init(_ tensor: StateTensor) {
    name = tensor.name
    shape = tensor.shape
  }
}
