import VGGDiagnostics

/// The unit in which client and server count a line's characters.
package enum PositionEncoding: String, Codable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The client's first supported choice; UTF-16, which every client supports, if there isn't one.
  static func chosen(from offered: [String]?) -> Self {
    (offered ?? []).lazy.compactMap { Self(rawValue: $0) }.first ?? .utf16
  }

  var unit: TextUnit {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .scalar
    }
  }
}
