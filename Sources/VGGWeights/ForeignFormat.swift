/// Formats that people take for weight files of ours, by their first bytes.
enum ForeignFormat: CaseIterable {
  case hdf5
  case tar
  case gzip
  case numpy
  case pickle
  case webPage

  /// The format of `bytes`, where it is one of these; what has a brace where safetensors headers
  /// start is none, since the header's length before it may look like anything.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.dropFirst(8).starts(with: "{".utf8),
      let format = Self.allCases.first(where: { $0.isFormat(of: bytes) })
    else { return nil }
    self = format
  }

  private func isFormat(of bytes: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .hdf5: bytes.starts(with: [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a])
    case .tar: bytes.dropFirst(257).starts(with: "ustar".utf8)
    case .gzip: bytes.starts(with: [0x1f, 0x8b, 0x08])
    case .numpy: bytes.starts(with: [0x93] + Array("NUMPY".utf8))
    case .pickle: bytes.count > 1 && bytes[0] == 0x80 && (2...5).contains(bytes[1])
    case .webPage: bytes.starts(with: "<".utf8)
    }
  }

  /// What it is, and what to do about it.
  var advice: String {
    switch self {
    case .hdf5: "this is an HDF5 file, as Keras writes them; save its weights as safetensors"
    case .tar: "this is a tar archive; of PyTorch's files those of 0.1 are not read"
    case .gzip: "this is a gzip file; unpack it"
    case .numpy: "this is a NumPy array; save all tensors together as safetensors"
    case .pickle:
      "this is a pickle, but not one of torch.save; save tensors: torch.save(model.state_dict(), path)"
    case .webPage: "this is a text, such as a web page that says why a download failed"
    }
  }
}
