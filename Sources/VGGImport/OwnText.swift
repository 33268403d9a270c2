import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// The keys that no other tool's text has at the top level, in the order in which they are looked up.
private let ownKeys: [ModelKey] = [.features, .extends, .models, .classifier]

extension SyntaxNode {
  /// The entry that shows that a text is meant as a configuration, even if it has errors.
  var ownEntry: SyntaxEntry? {
    let entries = entries
    return ownKeys.lazy.compactMap { key in entries.first { $0.key.value == key.rawValue } }.first
  }
}

extension SourceFile {
  /// Whether a line starts with such a key, in a text that is not YAML.
  var hasOwnLine: Bool {
    let keys = ownKeys.map { Array("\($0.rawValue):".utf8) }
    var start = byteOrderMarkLength
    while start < bytes.count {
      if keys.contains(where: { bytes[start...].starts(with: $0) }) { return true }
      guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        return false
      }
      start = end + 1
    }
    return false
  }
}
