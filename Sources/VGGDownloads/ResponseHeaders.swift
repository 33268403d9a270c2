/// The headers of an HTTP response, parsed line by line.
struct ResponseHeaders: Hashable {
  /// The status of the last response; redirections come before it.
  private(set) var status: Int?
  /// The total size of the file in bytes, if the server reports it.
  private(set) var total: Int?
  private var rest = ""

  /// Takes the next part of the headers, in pieces of any length.
  mutating func append(_ text: String) {
    rest += text
    while let end = rest.firstIndex(where: \.isNewline) {
      read(rest[..<end])
      rest.removeSubrange(...end)
    }
  }

  private static func size(_ text: Substring) -> Int? {
    Int(text).flatMap { $0 >= 0 ? $0 : nil }
  }

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("HTTP/") {
      let words = line.split(separator: " ")
      (status, total) = (words.count > 1 ? Int(words[1]) : nil, nil)
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    switch line[..<colon].lowercased() {
    case "content-length" where status == 200: total = Self.size(value)
    // `bytes 100-199/200`
    case "content-range": total = value.split(separator: "/").last.flatMap { Self.size($0) }
    default: return
    }
  }
}
