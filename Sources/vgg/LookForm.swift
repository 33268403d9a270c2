/// The form in which `vgg look` shows photos.
enum LookForm: Hashable, Sendable {
  case text
  case page
  case picture
  case json

  /// The endings of file names that select a form.
  static let endings = [".html", ".png", ".json"]

  /// The form that a file name's ending selects; `nil` for another ending.
  init?(of path: String) {
    let parts = path.split(separator: ".")
    switch parts.count > 1 ? parts.last?.lowercased() : nil {
    case "html": self = .page
    case "png": self = .picture
    case "json": self = .json
    case .some, .none: return nil
    }
  }
}
