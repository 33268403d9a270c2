import VGGFiles

/// The reason why weights could not be read, found or written.
public struct WeightError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of error, by which callers choose an exit status.
  public enum Kind: Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file's bytes violate its format.
    case malformed
    /// There is no tensor of that name.
    case missing
    /// The tensor does not have the shape or type that the network needs.
    case mismatched
    /// The file cannot be written.
    case unwritable
    /// There is not enough memory for the values.
    case tooLarge
  }

  /// The kind of error.
  public let kind: Kind
  /// The file's path; `nil` for weights that do not come from a file.
  public let file: String?
  /// The place in the file, in bytes from its start; `nil` if there is no single place.
  public let offset: Int?
  /// The reason, with a remedy where that helps.
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
  /// The tensor `name` does not have the requested shape.
  static func shape(_ name: String, is actual: [Int], needs shape: [Int], file: String?) -> Self {
    WeightError(
      .mismatched, file: file,
      "tensor \(quoted(name)) has shape \(text(of: actual)), but the network needs \(text(of: shape))"
    )
  }

  /// There is not enough memory for a tensor's values.
  static func shortage(_ name: String, _ shortage: MemoryShortage) -> Self {
    WeightError(
      .tooLarge,
      "tensor \(quoted(name)) needs \(shortage.needed) MiB of memory, and \(shortage.reason)")
  }

  /// The last system call on the file, described by `deed`, failed.
  static func system(_ deed: String, file: String) -> Self {
    WeightError(.unreadable, file: file, "cannot \(deed): \(systemError())")
  }
}

/// A shape as people write it: `64 x 3 x 3 x 3`.
func text(of shape: [Int]) -> String {
  shape.isEmpty ? "[] (a single number)" : shape.map(String.init).joined(separator: " x ")
}
