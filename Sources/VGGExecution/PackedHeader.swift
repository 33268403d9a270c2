import VGGFiles

/// The header of a file of packed weights: the weights and the kernels that they were packed from and for.
struct PackedHeader: Hashable, Sendable {
  /// The bytes that the header takes; the packed weights follow.
  static let size = 4096

  let instructionSet: String
  /// ``PackedLayout/fingerprint``.
  let layout: String
  /// The weights' file.
  let weights: FileVersion
  let sha256: String

  init(_ layout: PackedLayout, weights: FileVersion, sha256: String) {
    instructionSet = "\(layout.instructionSet)"
    self.layout = layout.fingerprint
    self.weights = weights
    self.sha256 = sha256
  }

  /// The header as text with its checksum, padded with line breaks.
  var bytes: [UInt8] {
    let text = """
      vggpack 2
      instructions \(instructionSet)
      layout \(layout)
      size \(weights.size)
      modified \(weights.modified)
      changed \(weights.changed)
      number \(weights.number)
      sha256 \(sha256)

      """
    let described = Array(text.utf8)
    let checksum = described.withUnsafeBytes(CRC32C.checksum)
    let bytes = described + Array("crc32c \(checksum)\n".utf8)
    return bytes + [UInt8](repeating: UInt8(ascii: "\n"), count: Self.size - bytes.count)
  }

  /// The header at the start of `bytes`; `nil` unless every byte of it is unchanged.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let head = bytes.prefix(Self.size)
    guard head.count == Self.size, head.allSatisfy({ $0 < 0x80 }) else { return nil }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\n")
    guard lines.count == 9 else { return nil }
    func value(_ index: Int, _ key: String) -> String? {
      let parts = lines[index].split(separator: " ")
      return parts.count == 2 && parts[0] == key ? String(parts[1]) : nil
    }
    func number(_ index: Int, _ key: String) -> Int? { value(index, key).flatMap { Int($0) } }
    guard let instructionSet = value(1, "instructions"), let layout = value(2, "layout"),
      let size = number(3, "size"), let modified = number(4, "modified"),
      let changed = number(5, "changed"), let number = number(6, "number"),
      let sha256 = value(7, "sha256")
    else { return nil }
    self.instructionSet = instructionSet
    self.layout = layout
    weights = FileVersion(size: size, modified: modified, changed: changed, number: number)
    self.sha256 = sha256
    guard head.elementsEqual(self.bytes) else { return nil }
  }
}
