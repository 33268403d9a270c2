/// A file of weights under torchvision's names, whichever of the names that it knows the file has.
///
/// It knows torchvision's own, the same behind a prefix such as `module.`, timm's and Keras's.
/// Tensors that only have another name, or another shape for the same order of numbers, are read in
/// place; those of another order are put in order when they are asked for.
///
/// For example: `try RenamedWeights(WeightFile(path: path)).tensor("classifier.0.bias", shape:
/// [4096])`.
public struct RenamedWeights: WeightSource {
  /// The file that the values come from.
  public let file: WeightFile
  /// The tensors under torchvision's names, in the file's order; what is recognised as none of a
  /// VGG has its own name.
  public let tensors: [TensorDescription]
  /// What the user should know about the names; nothing where they are torchvision's.
  public let remarks: [String]
  /// By torchvision's names.
  private let mapped: [String: MappedTensor]

  /// Recognises the names in `file`.
  public init(_ file: WeightFile) {
    let naming = TensorNaming(file.tensors)
    self.file = file
    tensors = naming.tensors.map(\.description)
    remarks = naming.remarks
    mapped = Dictionary(naming.tensors.map { ($0.description.name, $0) }) { first, _ in first }
  }

  /// The tensor called `name`, which must have `shape`.
  public func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    guard let tensor = mapped[name] else { return try file.tensor(name, shape: shape) }
    guard tensor.description.shape == shape else {
      throw WeightError.shape(name, is: tensor.description.shape, needs: shape, file: file.path)
    }
    return tensor.values(of: try file.tensor(tensor.source))
  }

  /// The tensor called `name`, with whatever shape it has.
  public func tensor(_ name: String) throws -> WeightTensor {
    guard let tensor = mapped[name] else { return try file.tensor(name) }
    return tensor.values(of: try file.tensor(tensor.source))
  }

  /// The tensors as they can be taken from the file: those in another order only as F32.
  var readableTensors: [TensorDescription] {
    tensors.map { tensor in
      nameInFile(of: tensor.name) == nil
        ? TensorDescription(name: tensor.name, shape: tensor.shape) : tensor
    }
  }

  /// What the file calls the tensor `name`, where it has the numbers in torchvision's order.
  func nameInFile(of name: String) -> String? {
    guard let tensor = mapped[name] else { return name }
    return tensor.form == .same ? tensor.source : nil
  }
}
