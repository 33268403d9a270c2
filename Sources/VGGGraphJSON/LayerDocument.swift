import VGGGraph
import VGGSpec

/// The JSON of one layer.
struct LayerDocument: Encodable {
  private let layer: Layer
  private let paperName: String

  init(_ layer: Layer, paperName: String) {
    self.layer = layer
    self.paperName = paperName
  }

  /// Writes `receptive_field` as `null` if there isn't one.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: LayerKey.self)
    try container.encode(figuresOf: layer)
    try container.encode(paperName, forKey: .paperName)
    try container.encode(LayerAttributes(kind: layer.kind), forKey: .attributes)
    try container.encode(
      layer.receptiveField.map(ReceptiveFieldDocument.init), forKey: .receptiveField)
    try container.encode(layer.stateTensors.map(TensorDocument.init), forKey: .tensors)
  }
}

/// A receptive field in pixels: each a number, or `[height, width]` if these differ.
struct ReceptiveFieldDocument: Encodable {
  let size: Sides
  let jump: Sides
  let padding: Sides

  init(_ field: ReceptiveField) {
    size = field.size
    jump = field.jump
    padding = field.padding
  }
}

/// A tensor that a layer reads from a file of weights, in PyTorch's layout.
struct TensorDocument: Encodable {
  let name: String
  let shape: [Int]

  init(_ tensor: StateTensor) {
    name = tensor.name
    shape = tensor.shape
  }
}
