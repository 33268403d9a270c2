import VGGGraph
import VGGImport
import VGGWeights

/// The weights of a Keras model by layer name, in any of the forms that Keras writes.
struct KerasWeights {
  private let file: HDF5File
  /// The variables of each layer, with the last part of their names, such as `kernel`, or with their numbers.
  private var layers: [String: [(name: String, object: HDF5Object)]] = [:]

  private static let mostObjects = 65_536
  private static let deepest = 24

  init(_ file: HDF5File) throws(WeightError) {
    self.file = file
    let root = try file.root()
    let inner = try root.object(["model_weights"])
    let model = inner ?? root
    let names = try model.texts("layer_names")
    var count = 0
    if names != nil || inner != nil {
      for link in try model.links() {
        let group = try file.object(at: link.address)
        let names = try group.texts("weight_names") ?? []
        var variables: [(name: String, object: HDF5Object)] = []
        for name in names {
          count += 1
          let path = name.split(separator: "/").map(String.init)
          guard count <= Self.mostObjects, path.count <= Self.deepest,
            let object = try group.object(path)
          else { throw failure("layer \(quoted(link.name)) has no \(quoted(name))") }
          // TensorFlow's names end in `:0`, which is dropped.
          variables.append((String(path.last?.prefix { $0 != ":" } ?? ""), object))
        }
        layers[link.name] = variables
      }
    } else {
      try readVariables(of: root, depth: 0, &count)
    }
  }

  /// Reads Keras 3's own form: groups `vars`, whose attribute `name` is the layer's, with numbered data sets.
  private mutating func readVariables(
    of group: HDF5Object, depth: Int, _ count: inout Int
  ) throws(WeightError) {
    for link in try group.links() {
      count += 1
      guard count <= Self.mostObjects, depth <= Self.deepest else {
        throw failure(
          "the HDF5 file has more than \(Self.mostObjects) objects, or a cycle")
      }
      let object = try file.object(at: link.address)
      guard link.name == "vars" else {
        try readVariables(of: object, depth: depth + 1, &count)
        continue
      }
      guard let name = try object.texts("name")?.first else { continue }
      var variables: [(name: String, object: HDF5Object)] = []
      for variable in try object.links() {
        variables.append((variable.name, try file.object(at: variable.address)))
      }
      if !variables.isEmpty { layers[name] = variables }
    }
  }

  private func failure(_ reason: String) -> WeightError {
    WeightError(.malformed, file: file.file.path, reason)
  }

  // MARK: - Layers

  /// A variable of a layer, with the last part of PyTorch's name for it; `nil` if it belongs to the other half.
  private struct Variable {
    let names: [String]
    let part: String?

    init(_ names: String..., part: String?) {
      self.names = names
      self.part = part
    }
  }

  /// The variables of a layer in Keras's order; for variables with numbers as names, the number is the index.
  private static func variables(of layer: WeightedLayer) -> [Variable] {
    switch layer.storage {
    case .whole:
      [
        Variable("kernel", "depthwise_kernel", "alpha", part: "weight"),
        Variable("bias", part: "bias"),
      ]
    case .depthwiseHalf:
      [
        Variable("depthwise_kernel", part: "weight"), Variable("pointwise_kernel", part: nil),
        Variable("bias", part: nil),
      ]
    case .pointwiseHalf:
      [
        Variable("depthwise_kernel", part: nil), Variable("pointwise_kernel", part: "weight"),
        Variable("bias", part: "bias"),
      ]
    case .norm(_, let hasWeight, let hasBias):
      (hasWeight ? [Variable("gamma", part: "weight")] : [])
        + (hasBias ? [Variable("beta", part: "bias")] : []) + [
          Variable("moving_mean", part: "running_mean"),
          Variable("moving_variance", part: "running_var"),
        ]
    }
  }

  /// The tensors of a model's layers, in the model's order.
  ///
  /// - Throws: `WeightError` if a layer has none.
  func layers(of model: ImportedModel) throws(WeightError) -> [StoredLayer] {
    var stored: [StoredLayer] = []
    for layer in model.weighted {
      guard let variables = layers[layer.name] else {
        throw failure("it has no weights for layer \(quoted(layer.name))")
      }
      let known = Self.variables(of: layer)
      var tensors: [String: StoredNumbers] = [:]
      for variable in variables {
        let place =
          known.firstIndex { $0.names.contains(variable.name) }
          ?? Int(variable.name).flatMap { known.indices.contains($0) ? $0 : nil }
        guard let place, let numbers = try variable.object.numbers() else {
          throw failure(
            "layer \(quoted(layer.name)) has an unknown variable \(quoted(variable.name))"
          )
        }
        guard let part = known[place].part else { continue }
        tensors[part] = numbers.inOrder(of: part, layer)
      }
      var result = StoredLayer(name: layer.name, tensors: tensors)
      result.addIdentity(layer.storage)
      stored.append(result)
    }
    return stored
  }
}

extension StoredNumbers {
  /// The same numbers with the changes that convert Keras's order to PyTorch's.
  fileprivate func inOrder(of part: String, _ layer: WeightedLayer) -> StoredNumbers {
    var numbers = self
    switch (part, layer.role) {
    case ("weight", .convolution(let connection)) where shape.count == 4:
      numbers.forms = [.kernelLast]
      // The shape is height x width x input channels x outputs per channel; the last two, flattened, are PyTorch's outputs.
      if case .each = connection, let outputs = checkedProduct(shape[2], shape[3]) {
        numbers.shape = [shape[0], shape[1], 1, outputs]
      }
    case ("weight", .linear) where shape.count == 2: numbers.forms = [.inputsFirst]
    case ("running_var", .norm(let epsilon?)): numbers.forms = [.variances(epsilon: epsilon)]
    default: break
    }
    return numbers
  }
}

extension ImportedFile {
  /// The same file with Keras's weights.
  func adding(_ weights: KerasWeights, to model: ImportedModel) throws(WeightError) -> ImportedFile
  {
    var result = with(try weights.layers(of: model))
    if model.valueOrder == .channelsLast {
      result.remarks.append(.kernelsTransposed(withInputs: model.flattensMap))
    }
    return result
  }
}
