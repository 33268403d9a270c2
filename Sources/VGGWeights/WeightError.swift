import VGGFiles

/// Why weights could not be read, found or written.
public struct WeightError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for callers that choose an exit status by it.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file's bytes are not what its format asks for.
    case malformed
    /// There is no tensor of the name.
    case missing
    /// The tensor is not of the shape or type that the network needs.
    case mismatched
    /// The file cannot be written.
    case unwritable
    /// There is no memory for the values.
    case tooLarge
  }

  /// What went wrong.
  public let kind: Kind
  /// The file's path; `nil` for weights that come from no file.
  public let file: String?
  /// Where in the file, in bytes from its start; `nil` when no one place is to blame.
  public let offset: Int?
  /// What is wrong, and where it helps what to do about it.
  public let reason: String

  package init(_ kind: Kind, file: String? = nil, offset: Int? = nil, _ reason: String) {
    self.kind = kind
    self.file = file
    self.offset = offset
    self.reason = reason
  }

  /// For example: `vgg16.safetensors: byte 8: the header must start with '{'`.
  public var description: String {
    (file.map { "\($0): " } ?? "") + (offset.map { "byte \($0): " } ?? "") + reason
  }
}

extension WeightError {
  /// The tensor `name` has not the shape that was asked for.
  static func shape(_ name: String, is actual: [Int], needs shape: [Int], file: String?) -> Self {
    WeightError(
      .mismatched, file: file,
      "tensor \(quoted(name)) has shape \(text(of: actual)), but the network needs \(text(of: shape))"
    )
  }

  /// Memory for a tensor's values cannot be had.
  static func shortage(_ name: String, _ shortage: MemoryShortage) -> Self {
    WeightError(
      .tooLarge,
      "tensor \(quoted(name)) needs \(shortage.needed) MiB of memory, and \(shortage.reason)")
  }

  /// The last system call, which was to `deed` the file, failed.
  static func system(_ deed: String, file: String) -> Self {
    WeightError(.unreadable, file: file, "cannot \(deed): \(systemError())")
  }
}

/// A shape as people write it: `64 x 3 x 3 x 3`.
func text(of shape: [Int]) -> String {
  shape.isEmpty ? "[] (a single number)" : shape.map(String.init).joined(separator: " x ")
}
