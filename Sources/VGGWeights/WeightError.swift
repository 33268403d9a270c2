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
  /// The fault, from which a phrasebook makes its words.
  package let fault: WeightFault

  package init(_ kind: Kind, file: String? = nil, offset: Int? = nil, _ fault: WeightFault) {
    self.kind = kind
    self.file = file
    self.offset = offset
    self.fault = fault
  }

  /// An error in words that every language has in English: `WeightError(.missing, "the store has no 'a.weight'")`.
  public init(_ kind: Kind, file: String? = nil, offset: Int? = nil, _ detail: String) {
    self.init(kind, file: file, offset: offset, .detail(detail))
  }

  /// The reason in English, with a remedy where that helps.
  public var reason: String { fault.reason(in: file) }

  /// For example: `vgg16.safetensors: byte 8: the header must start with '{'`.
  public var description: String {
    (file.map { "\($0): " } ?? "") + (offset.map { "byte \($0): " } ?? "") + reason
  }
}

extension WeightError {
  /// The tensor `name` does not have the requested shape.
  static func shape(_ name: String, is actual: [Int], needs shape: [Int], file: String?) -> Self {
    WeightError(.mismatched, file: file, .otherShape(name, actual: actual, needed: shape))
  }

  /// There is not enough memory for a tensor's values.
  static func shortage(_ name: String, _ shortage: MemoryShortage) -> Self {
    WeightError(.tooLarge, .shortage(name, shortage))
  }

  /// The last system call on the file, described by `deed`, failed.
  static func system(_ deed: WeightFault.Deed, file: String) -> Self {
    WeightError(.unreadable, file: file, .system(deed, systemError()))
  }
}

/// A shape as people write it: `64 x 3 x 3 x 3`.
func text(of shape: [Int]) -> String {
  shape.isEmpty ? "[] (a single number)" : shape.map(String.init).joined(separator: " x ")
}
