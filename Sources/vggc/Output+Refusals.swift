import VGGCommandLine
import VGGEmitters
import VGGFiles

/// Refusals to overwrite files that somebody would miss.
extension Output {
  /// Refuses to replace anything.
  static func refuseToReplaceAny(_ path: String) throws {
    guard FileKind(of: path, followingLinks: false) != nil else { return }
    throw reportUnwritable(path, .exists)
  }

  /// Refuses to replace a file without vggc's note that it is generated, since somebody wrote it.
  static func refuseToReplace(_ path: String) throws {
    guard FileKind(of: path) != nil else { return }
    let bytes = try? BoundedFileReader(limit: 1 << 24).read(path)
    let text = String(decoding: bytes ?? [], as: UTF8.self)
    guard !text.contains(Provenance.mark) else { return }
    throw reportUnwritable(path, .isNotGenerated)
  }
}
