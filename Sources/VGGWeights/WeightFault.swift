import VGGFiles

/// The faults of weights, without the file and the place.
package enum WeightFault: Hashable, Sendable {
  /// A system call on a file.
  package enum Deed: Hashable, Sendable {
    case open
    case map
    case measure
  }

  /// The system's reason why a file could not be read.
  case system(Deed, String)
  /// A folder in place of a file.
  case folder
  /// A pipe or a device in place of a file.
  case irregularFile
  /// A file of another kind.
  case otherFormat(FileFormat)
  /// A file that is no safetensors file by its first bytes, and of no other known kind.
  case noHeader(length: UInt64, limit: Int)
  /// A file with fewer bytes than the length of a safetensors header takes.
  case shortFile(byteCount: Int)
  /// A safetensors header that continues after the file's end.
  case shortHeader(length: Int, present: Int)
  /// A tensor whose data continues after the file's end.
  case shortData(tensor: String, end: Int, present: Int)
  /// A zip archive without its end.
  case shortZip
  /// Bytes that changed since the file was written.
  case checksum
  /// A tensor that the file does not have.
  case noTensor(String, PresentNames)
  /// A tensor that may be either of two in the file.
  case ambiguousNames(WeightNames.Ambiguity)
  case otherShape(String, actual: [Int], needed: [Int])
  /// A tensor of a type that weights cannot have.
  case otherType(String, String)
  /// A tensor with NaN or an infinity.
  case notFinite(tensor: String, value: Float, index: Int)
  case shortage(String, MemoryShortage)
  /// The system's reason why the file could not be written.
  case unwritten(String)
  /// A detail of a format, in English.
  case detail(String)

  /// The names that a file has in place of one that it lacks.
  package enum PresentNames: Hashable, Sendable {
    /// The same name after a prefix.
    case prefixed(String)
    case others(count: Int, first: String)
    case none
  }
}

extension WeightFault {
  /// The fault in English, with a remedy where that helps.
  ///
  /// - Parameter file: The path of the file, for commands that convert it.
  func reason(in file: String?) -> String {
    switch self {
    case .system(let deed, let reason): "cannot \(deed.inWords): \(reason)"
    case .folder: "it is a folder, not a file"
    case .irregularFile: "it is not a regular file, so it cannot be mapped"
    case .otherFormat(let format): format.weightRefusal(of: file ?? "FILE") ?? format.name
    case .noHeader(let length, let limit):
      "the header's length, \(length) bytes, is over the format's limit of \(limit): "
        + "this is not a safetensors file"
    case .shortFile(let count):
      "a safetensors file starts with 8 bytes for its header's length, but this file has \(count)"
    case .shortHeader(let length, let present):
      "the header's length is \(length) bytes, but only \(present) follow: the file is cut short"
    case .shortData(let tensor, let end, let present):
      "tensor \(quoted(tensor)): its data ends at byte \(end), but the file has \(present) bytes of data: "
        + "the file is cut short, or the header is wrong"
    case .shortZip:
      "it starts as a zip archive, but does not end as one: the file is cut short"
    case .checksum:
      "its checksum does not match: the file is damaged, or another program has changed it"
    case .noTensor(let name, let names): "there is no tensor \(quoted(name))\(names.inWords)"
    case .ambiguousNames(let ambiguity): ambiguity.remark
    case .otherShape(let name, let actual, let needed):
      "tensor \(quoted(name)) has shape \(text(of: actual)), but the network needs \(text(of: needed))"
    case .otherType(let name, let type):
      "tensor \(quoted(name)) is of type \(type), but weights must be F32, F64, F16 or BF16"
    case .notFinite(let tensor, let value, let index):
      "tensor \(quoted(tensor)) holds \(value) at element \(index), which is not a finite number"
    case .shortage(let name, let shortage):
      "tensor \(quoted(name)) needs \(shortage.needed) MiB of memory, and \(shortage.reason)"
    case .unwritten(let reason): "cannot write it: \(reason)"
    case .detail(let detail): detail
    }
  }
}

extension WeightError {
  /// The system's reason why the file could not be written; `nil` for another fault.
  package var systemReason: String? {
    if case .unwritten(let reason) = fault { reason } else { nil }
  }
}

extension WeightFault.Deed {
  fileprivate var inWords: String {
    switch self {
    case .open: "open it"
    case .map: "map it"
    case .measure: "read its size"
    }
  }
}

extension WeightFault.PresentNames {
  fileprivate var inWords: String {
    switch self {
    case .prefixed(let longer): ", but there is \(quoted(longer)): remove the prefix from the names"
    case .others(let count, let first): "; the file holds \(count), the first is \(quoted(first))"
    case .none: "; the file has no tensors"
    }
  }
}
