import VGGImport
import VGGWeights

/// The weights of a Keras model by layers' names, in each of the forms that Keras writes.
struct KerasWeights {
  private let file: HDF5File
  /// The variables of a layer with their last names, such as `kernel`, or their numbers.
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
          // TensorFlow's names end in `:0`.
          variables.append((String(path.last?.prefix { $0 != ":" } ?? ""), object))
        }
        layers[link.name] = variables
      }
    } else {
      try readVariables(of: root, depth: 0, &count)
    }
  }

  /// Keras 3's own form: groups `vars`, whose attribute `name` is the layer's, with data sets by number.
  private mutating func readVariables(
    of group: HDF5Object, depth: Int, _ count: inout Int
  ) throws(WeightError) {
    for link in try group.links() {
      count += 1
      guard count <= Self.mostObjects, depth <= Self.deepest else {
        throw failure(
          "the HDF5 file has more than \(Self.mostObjects) objects, or leads back to itself")
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

  /// The places of a layer's variables, where they have numbers for names, by the last parts of PyTorch's names.
  private static let normParts = ["weight", "bias", "running_mean", "running_var"]
  private static let parts: [String: String] = [
    "kernel": "weight", "bias": "bias", "gamma": "weight", "beta": "bias",
    "moving_mean": "running_mean", "moving_variance": "running_var",
  ]

  /// The tensors of the layers of a model, in its order.
  ///
  /// - Throws: `WeightError` where a layer has none.
  func layers(of model: ImportedModel) throws(WeightError) -> [StoredLayer] {
    var stored: [StoredLayer] = []
    for layer in model.weighted {
      guard let variables = layers[layer.name] else {
        throw failure("it has no weights of layer \(quoted(layer.name))")
      }
      let isNorm = layer.epsilon != nil
      var tensors: [String: StoredNumbers] = [:]
      for variable in variables {
        let part =
          Self.parts[variable.name]
          ?? Int(variable.name).flatMap { number in
            let parts = isNorm ? Self.normParts : ["weight", "bias"]
            return parts.indices.contains(number) ? parts[number] : nil
          }
        guard let part, var numbers = try variable.object.numbers() else {
          throw failure(
            "layer \(quoted(layer.name)) has a variable \(quoted(variable.name)), which is not understood"
          )
        }
        switch (part, numbers.shape.count) {
        case ("weight", 4): numbers.forms = [.kernelLast]
        case ("weight", 2): numbers.forms = [.inputsFirst]
        case ("running_var", _):
          numbers.forms = layer.epsilon.map { [.variances(epsilon: $0)] } ?? []
        default: break
        }
        tensors[part] = numbers
      }
      stored.append(StoredLayer(name: layer.name, tensors: tensors))
    }
    return stored
  }
}

extension ImportedFile {
  /// The same with Keras's weights.
  func adding(_ weights: KerasWeights, to model: ImportedModel) throws(WeightError) -> ImportedFile
  {
    var result = with(try weights.layers(of: model))
    if model.valueOrder == .channelsLast {
      result.remarks.append(
        "kernels are turned from height x width x input x output channels, and the first linear layer's inputs from "
          + "height x width x channels")
    }
    return result
  }
}
