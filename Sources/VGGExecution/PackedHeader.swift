import VGGFiles

/// The head of a file of packed weights: the weights and the kernels that they were packed from and for.
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

  /// The header as text, filled up with line breaks.
  var bytes: [UInt8] {
    let text = """
      vggpack 1
      instructions \(instructionSet)
      layout \(layout)
      size \(weights.size)
      modified \(weights.modified)
      changed \(weights.changed)
      number \(weights.number)
      sha256 \(sha256)

      """
    let bytes = Array(text.utf8)
    return bytes + [UInt8](repeating: UInt8(ascii: "\n"), count: Self.size - bytes.count)
  }

  /// The header that `bytes` hold; `nil` where they hold none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.size else { return nil }
    let lines = String(decoding: bytes.prefix(Self.size), as: UTF8.self).split(separator: "\n")
    func value(_ index: Int, _ key: String) -> String? {
      let parts = lines[index].split(separator: " ")
      return parts.count == 2 && parts[0] == key ? String(parts[1]) : nil
    }
    guard lines.count == 8, value(0, "vggpack") == "1",
      let instructionSet = value(1, "instructions"), let layout = value(2, "layout"),
      let size = value(3, "size").flatMap({ Int($0) }),
      let modified = value(4, "modified").flatMap({ Int($0) }),
      let changed = value(5, "changed").flatMap({ Int($0) }),
      let number = value(6, "number").flatMap({ Int($0) }), let sha256 = value(7, "sha256")
    else { return nil }
    self.instructionSet = instructionSet
    self.layout = layout
    weights = FileVersion(size: size, modified: modified, changed: changed, number: number)
    self.sha256 = sha256
  }
}
