/// Files and folders with temporary names that killed processes have left.
enum Leftovers {
  /// Removes files and folders with names of `names` from `folder`, except those that a running
  /// process has locked.
  static func remove(from folder: String, _ names: TemporaryName) {
    for stored in Platform.storedNames(in: folder) ?? [] {
      let name = PathText.text(of: stored)
      guard names.fits(name) else { continue }
      let path = folder == "." ? name : folder + name
      let descriptor = Platform.openForReading(path, waits: false, followsLinks: false)
      guard descriptor >= 0 else { continue }
      defer { Platform.closeFile(descriptor) }
      guard let kind = Platform.status(of: descriptor)?.kind, Platform.lockFile(descriptor) else {
        continue
      }
      switch kind {
      case .file: Platform.removeFile(path)
      case .folder: removeTree(path)
      case .other: continue
      }
    }
  }
}
