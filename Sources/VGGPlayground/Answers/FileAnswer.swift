/// The given file's text.
struct FileAnswer: Encodable {
  let name: String
  let text: String
  /// The version that distinguishes this text from later ones; `nil` if nothing can be saved.
  let version: String?

  init(_ file: OpenedFile) {
    name = file.name
    (text, version) = file.current
  }
}
