import VGGFiles

/// The kinds of files that weights come in.
public enum WeightContainer: String, Hashable, Sendable, CaseIterable {
  /// Hugging Face's format: a JSON header, then the values.
  case safetensors
  /// What torch.save makes since PyTorch 1.6.
  case pyTorchZip = "pytorch-zip"
  /// What torch.save made before: pickles and storages, one after the other.
  case pyTorchStream = "pytorch-stream"

  /// What the first bytes of a file say that it is, whatever its name ends in.
  ///
  /// Files without a mark of their own are taken for safetensors, whose reader says what is wrong
  /// with them.
  ///
  /// - Throws: `WeightError` where they say that it holds something else.
  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(WeightError) {
    let format = FileFormat(bytes)
    if let refusal = format?.weightRefusal(of: file) {
      throw WeightError(.malformed, file: file, offset: 0, refusal)
    }
    if format == .pyTorchZip {
      self = .pyTorchZip
    } else {
      self = format == .pyTorchStream ? .pyTorchStream : .safetensors
    }
  }

  /// What `file`, which is of this kind and holds `bytes`, has in it.
  func directory(
    of bytes: UnsafeRawBufferPointer, file: String
  ) throws(WeightError) -> TensorDirectory {
    switch self {
    case .safetensors: return try SafetensorsHeader(bytes, file: file).directory
    case .pyTorchZip: return try PyTorchArchive.directory(bytes, file: file)
    case .pyTorchStream: return try PyTorchStream.directory(bytes, file: file)
    }
  }

  /// Whether files have their tensors in the order in which the network declares them; libraries sort those of
  /// safetensors files.
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
