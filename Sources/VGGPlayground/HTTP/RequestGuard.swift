import VGGPages

/// Distinguishes the page's own requests from all others.
///
/// The server listens on this machine only, but every page open in a browser on the machine can send
/// requests to it, and so can every other user of the machine.
struct RequestGuard: Sendable {
  /// The header that carries the key.
  static let keyHeader = "X-VGGC-Key"

  /// The key, known only to anyone who has the address that vggc printed.
  let key: String

  /// The refusal of a request, whatever its target; `nil` if it is allowed.
  func refusal(of request: Request) -> PageRefusal? {
    // DNS rebinding: another site's name could resolve to this machine, and its page would count as ours.
    let names = ["127.0.0.1:\(request.port)", "localhost:\(request.port)"]
    guard let host = request[header: "Host"], names.contains(host.lowercased()) else {
      return .otherHost(names[0])
    }
    if let origin = request[header: "Origin"], origin.lowercased() != "http://\(host.lowercased())"
    {
      return .otherPage
    }
    return nil
  }

  /// The refusal of a request to use the compiler or the file; `nil` if it is allowed.
  func refusalOfUse(of request: Request) -> PageRefusal? {
    if let site = request[header: "Sec-Fetch-Site"], site != "same-origin" {
      return .otherPage
    }
    guard let given = request[header: Self.keyHeader], isKey(given) else {
      return .wrongKey
    }
    return nil
  }

  /// Compares in constant time for keys of the right length, so that the key cannot be guessed from the timing.
  private func isKey(_ given: String) -> Bool {
    let (given, key) = (Array(given.utf8), Array(key.utf8))
    guard given.count == key.count else { return false }
    return zip(given, key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
