/// A weight file under torchvision's names, whatever names the file has.
///
/// Names are read by the convention that they follow: torchvision's own, also after a prefix and inside `module` or
/// `_orig_mod`; mmpretrain's, timm's, LPIPS's slices, plain numbers, the paper's `conv1_1` to `fc8`, Keras's. Names
/// that show only an order are matched to a network by order and shapes. Tensors that only have another name, or
/// another shape for the same order of numbers, are read in place; others are reordered on access.
///
/// For example: `try RenamedWeights(WeightFile(path: path)).tensor("classifier.0.bias", shape:
/// [4096])`.
public struct RenamedWeights: WeightSource {
  /// The file with the values.
  public let file: WeightFile
  /// The names in the file, as they are read.
  package let names: WeightNames
  /// The tensors, by torchvision's names.
  private let mapped: [String: MappedTensor]

  /// Reads the names in `file`.
  ///
  /// - Parameters:
  ///   - file: The weights under their names in the file.
  ///   - network: The required tensors, in the order of the network's layers, if known: names that show only an order
  ///     are matched to these if the shapes are the same.
  public init(_ file: WeightFile, for network: [TensorDescription]? = nil) {
    self.file = file
    names = WeightNames(file.tensors, isDeclared: file.container.keepsOrder, for: network)
    mapped = Dictionary(names.mapped.map { ($0.description.name, $0) }) { first, _ in first }
  }

  /// The tensors under torchvision's names, in the file's order; tensors that are not understood keep their own
  /// names.
  public var tensors: [TensorDescription] { names.tensors }

  /// Facts about the names for the user; empty if they are torchvision's.
  public var remarks: [String] { notes.map(\.inWords) }

  /// The same facts, from which a phrasebook makes its words.
  package var notes: [WeightRemark] { names.remarks }

  /// The tensor called `name`, which must have `shape`.
  public func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    guard let tensor = mapped[name] else { throw missing(name) }
    guard tensor.description.shape == shape else {
      throw WeightError.shape(name, is: tensor.description.shape, needs: shape, file: file.path)
    }
    return tensor.values(of: try file.tensor(tensor.source))
  }

  /// The tensor called `name`, with any shape.
  public func tensor(_ name: String) throws -> WeightTensor {
    guard let tensor = mapped[name] else { throw missing(name) }
    return tensor.values(of: try file.tensor(tensor.source))
  }

  private func missing(_ name: String) -> WeightError {
    names.ambiguity.map { WeightError(.missing, file: file.path, .ambiguousNames($0)) }
      ?? file.missing(name)
  }

  /// The tensors in the form in which the file provides them: reordered ones only as F32.
  var readableTensors: [TensorDescription] {
    tensors.map { tensor in
      nameInFile(of: tensor.name) == nil
        ? TensorDescription(name: tensor.name, shape: tensor.shape) : tensor
    }
  }

  /// The file's name for the tensor `name`, if its numbers are in torchvision's order.
  func nameInFile(of name: String) -> String? {
    guard let tensor = mapped[name] else { return name }
    return tensor.form == .same ? tensor.source : nil
  }
}
