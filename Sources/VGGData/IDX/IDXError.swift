import VGGFiles

/// The reason why an IDX file cannot be used.
package struct IDXError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// The fault, from which a phrasebook makes its words.
  package let fault: IDXFault

  init(_ file: String, _ fault: IDXFault) {
    (self.file, self.fault) = (file, fault)
  }

  /// The reason in English.
  package var reason: String { fault.reason }

  /// For example: `train-images-idx3-ubyte.gz: it ends within its header of 16 bytes`.
  package var description: String { "\(file): \(reason)" }

  /// Whether it could not be read at all.
  package var isUnreadable: Bool {
    if case .unreadable = fault { true } else { false }
  }
}

/// The faults of an IDX file.
package enum IDXFault: Hashable, Sendable {
  case unreadable(UnreadableFile.Cause)
  /// A gzip file that cannot be decompressed, for a reason in zlib's words.
  case compression(String)
  case noIDX
  /// Values of another type than unsigned bytes.
  case valueType(UInt8)
  /// A file that ends within its header.
  case shortHeader(byteCount: Int)
  /// A file whose values are more or fewer than its header specifies.
  case otherSize(byteCount: Int, dimensions: [Int])
  /// Neither pictures nor labels.
  case dimensions(Int)
  /// Pictures without their labels.
  case noLabels
  /// Labels without their pictures.
  case noPictures
  case otherCount(labels: Int, pictures: Int, of: String)
  case pictureSize(width: Int, height: Int)
}

extension IDXFault {
  fileprivate var reason: String {
    switch self {
    case .unreadable(let cause): "cannot read it: \(UnreadableFile(cause).reason)"
    case .compression(let reason): "it cannot be decompressed: \(reason)"
    case .noIDX: "it is not an IDX file, which starts with two zero bytes"
    case .valueType(let type):
      "its values have type \(type), but pictures and labels have type 8, unsigned bytes"
    case .shortHeader(let count): "it ends within its header of \(count) bytes"
    case .otherSize(let count, let dimensions):
      "it has \(count) bytes of values, but its header specifies "
        + dimensions.map(String.init).joined(separator: " x ")
    case .dimensions(let count): "it has \(count) dimensions; pictures have 3 and labels 1"
    case .noLabels:
      "its label file is missing; also pass that file "
        + "(such as train-labels-idx1-ubyte.gz for train-images-idx3-ubyte.gz)"
    case .noPictures: "the picture file for these labels is missing; also pass that file"
    case .otherCount(let labels, let pictures, let file):
      "it has \(labels) labels for the \(pictures) pictures of \(file)"
    case .pictureSize(let width, let height): "a picture cannot have \(width) x \(height) pixels"
    }
  }
}
