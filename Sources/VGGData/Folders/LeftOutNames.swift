/// Names in photo folders that are never classes or photos.
package enum LeftOutNames {
  /// Folders that an archiver, a file manager or a system creates next to the user's.
  private static let folders: Set<String> = [
    "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found",
  ]

  /// Whether a file or folder of this name is hidden.
  package static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }

  /// Whether a folder of this name is hidden, or not the user's.
  package static func hasFolder(_ name: String) -> Bool {
    isHidden(name) || folders.contains(name)
  }
}
