/// The given file's text.
struct FileAnswer: Encodable {
  let name: String
  let text: String
  /// What tells this text from later ones; `nil` where nothing can be saved.
  let version: String?

  init(_ file: OpenedFile) {
    name = file.name
    (text, version) = file.current
  }
}
