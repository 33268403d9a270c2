/// The indices of layers by each of their names.
package struct NamedPlaces: Sendable {
  /// The paper's names, in the layers' order.
  package let names: [String]
  /// The layers' indices by the paper's names and by torchvision's.
  package let indices: [String: Int]

  package init(_ layers: [Layer]) {
    names = PaperNames(layers).names
    var indices: [String: Int] = [:]
    for (index, (layer, name)) in zip(layers, names).enumerated() {
      indices[name] = index
      indices[layer.name] = index
    }
    self.indices = indices
  }
}
