/// Whose names a file's tensors have, and how they become torchvision's.
///
/// Tensors that are recognised under no naming keep their names.
struct TensorNaming: Sendable {
  /// The tensors under torchvision's names, in the file's order.
  let tensors: [MappedTensor]
  /// What the user should know; nothing where the names are torchvision's.
  let remarks: [String]

  /// Recognises torchvision's names, behind a prefix too, timm's and Keras's.
  init(_ tensors: [TensorDescription]) {
    self = Self.keras(tensors) ?? Self.prefixed(tensors)
  }

  init(_ tensors: [MappedTensor], remarks: [String]) {
    self.tensors = tensors
    self.remarks = remarks
  }

  /// torchvision's or timm's names, with whatever all of them have before `features.`.
  private static func prefixed(_ tensors: [TensorDescription]) -> TensorNaming {
    let prefix = commonPrefix(of: tensors)
    let plain = tensors.map { tensor in
      tensor.name.hasPrefix(prefix)
        ? MappedTensor(tensor, as: String(tensor.name.dropFirst(prefix.count)))
        : MappedTensor(tensor, as: tensor.name)
    }
    let naming = timm(plain) ?? TensorNaming(plain, remarks: [])
    guard !prefix.isEmpty else { return naming }
    return TensorNaming(
      naming.tensors,
      remarks: ["the names are read without their prefix \(quoted(prefix))"] + naming.remarks)
  }

  /// What stands before `features.` in every name that has it; nothing where they differ.
  private static func commonPrefix(of tensors: [TensorDescription]) -> String {
    var prefixes: Set<Substring> = []
    for tensor in tensors {
      let words = tensor.name.split(separator: ".", omittingEmptySubsequences: false)
      guard let place = words.firstIndex(of: "features"), place + 2 < words.endIndex,
        Int(words[place + 1]) != nil
      else { continue }
      prefixes.insert(tensor.name.prefix(words[..<place].map { $0.count + 1 }.reduce(0, +)))
    }
    return prefixes.count == 1 ? prefixes.first.map(String.init) ?? "" : ""
  }
}

// MARK: - timm

extension TensorNaming {
  /// Where the three layers of timm's VGG stand in torchvision's classifier.
  private static let timmLayers = [
    "pre_logits.fc1": "classifier.0", "pre_logits.fc2": "classifier.3", "head.fc": "classifier.6",
  ]

  /// timm's VGG: the classifier's first two layers are convolutions that cover the whole map, of
  /// the same numbers in the same order as torchvision's linear layers.
  private static func timm(_ tensors: [MappedTensor]) -> TensorNaming? {
    guard tensors.contains(where: { $0.description.name == "pre_logits.fc1.weight" }) else {
      return nil
    }
    let renamed = tensors.map { tensor -> MappedTensor in
      let (name, shape) = (tensor.description.name, tensor.description.shape)
      guard let dot = name.lastIndex(of: "."), let layer = timmLayers[String(name[..<dot])] else {
        return tensor
      }
      return tensor.renamed(
        layer + name[dot...], shape: shape.count == 4 ? linearShape(ofConvolution: shape) : shape)
    }
    return TensorNaming(
      renamed,
      remarks: [
        "the names are timm's: pre_logits.fc1, pre_logits.fc2 and head.fc are read as classifier.0, .3 and .6"
      ])
  }

  /// One row an output channel.
  private static func linearShape(ofConvolution shape: [Int]) -> [Int] {
    let inputs = TensorDescription(name: "", shape: Array(shape.dropFirst())).elementCount
    return inputs.map { [shape[0], $0] } ?? shape
  }
}

extension MappedTensor {
  fileprivate func renamed(_ name: String, shape: [Int]) -> MappedTensor {
    MappedTensor(
      TensorDescription(name: source, type: description.type, shape: shape), as: name)
  }
}
