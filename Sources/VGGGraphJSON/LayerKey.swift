import VGGGraph

/// The keys of a layer in every JSON document, and the names of its columns in comma-separated tables.
package enum LayerKey: String, CodingKey {
  case name, kind, notation, attributes, input, output, parameters, macs, tensors
  case paperName = "paper_name"
  case receptiveField = "receptive_field"
}

extension KeyedEncodingContainer<LayerKey> {
  /// Writes the part of a layer that every document has.
  mutating func encode(figuresOf layer: Layer) throws {
    try encode(layer.name, forKey: .name)
    try encode(layer.kind.name, forKey: .kind)
    try encode(layer.kind.notation, forKey: .notation)
    try encode(layer.input.dimensions, forKey: .input)
    try encode(layer.output.dimensions, forKey: .output)
    try encode(layer.parameters, forKey: .parameters)
    try encode(layer.macs, forKey: .macs)
  }
}
