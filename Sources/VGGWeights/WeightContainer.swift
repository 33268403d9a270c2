import VGGFiles

/// The kinds of weight files.
public enum WeightContainer: String, Hashable, Sendable, CaseIterable {
  /// Hugging Face's format: a JSON header, then the values.
  case safetensors
  /// The format of torch.save since PyTorch 1.6.
  case pyTorchZip = "pytorch-zip"
  /// The format of torch.save before that: pickles and storages, one after the other.
  case pyTorchStream = "pytorch-stream"

  /// Recognises the kind by the first bytes of a file, whatever its extension.
  ///
  /// Files without a known signature are treated as safetensors, whose reader reports the error.
  ///
  /// - Throws: `WeightError` if the file has another known format.
  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(WeightError) {
    let format = FileFormat(bytes)
    if let format, format.weightRefusal(of: file) != nil {
      throw WeightError(.malformed, file: file, offset: 0, .otherFormat(format))
    }
    if format == .pyTorchZip {
      self = .pyTorchZip
    } else {
      self = format == .pyTorchStream ? .pyTorchStream : .safetensors
    }
  }

  /// The content of `file`, which is of this kind and consists of `bytes`.
  func directory(
    of bytes: UnsafeRawBufferPointer, file: String
  ) throws(WeightError) -> TensorDirectory {
    switch self {
    case .safetensors: return try SafetensorsHeader(bytes, file: file).directory
    case .pyTorchZip: return try PyTorchArchive.directory(bytes, file: file)
    case .pyTorchStream: return try PyTorchStream.directory(bytes, file: file)
    }
  }

  /// Whether files have their tensors in the order in which the network declares them; libraries sort the
  /// tensors of safetensors files.
  var keepsOrder: Bool {
    switch self {
    case .safetensors: false
    case .pyTorchZip, .pyTorchStream: true
    }
  }

  /// For example: `PyTorch file (zip archive)`.
  package var inWords: String {
    switch self {
    case .safetensors: "safetensors file"
    case .pyTorchZip: "PyTorch file (zip archive)"
    case .pyTorchStream: "PyTorch file (stream of pickles, before 1.6)"
    }
  }
}
