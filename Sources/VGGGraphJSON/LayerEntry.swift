import VGGGraph

/// A layer's numbers in the JSON of summaries and differences.
package struct LayerEntry: Encodable {
  private let layer: Layer
  private let paperName: String?

  /// - Parameter paperName: The paper's name, which is written if given.
  package init(_ layer: Layer, paperName: String? = nil) {
    self.layer = layer
    self.paperName = paperName
  }

  /// Writes `receptive_field` as `null` if a value sees the whole image.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: LayerKey.self)
    try container.encode(figuresOf: layer)
    try container.encodeIfPresent(paperName, forKey: .paperName)
    try container.encode(layer.receptiveField?.size, forKey: .receptiveField)
  }
}
