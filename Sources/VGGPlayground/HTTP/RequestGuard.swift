/// Tells the page's own requests from everybody else's.
///
/// The server listens to this machine alone, but every page that a browser on it has open can send
/// requests there, and so can every other user of the machine.
struct RequestGuard: Sendable {
  /// The header that carries the key.
  static let keyHeader = "X-VGGC-Key"

  /// Only whoever was given the address that vggc printed knows it.
  let key: String

  /// Why the request is refused whatever it asks for; `nil` where it is not.
  func refusal(of request: Request) -> Response? {
    // A name that somebody else's DNS resolves to this machine would make their page ours.
    let names = ["127.0.0.1:\(request.port)", "localhost:\(request.port)"]
    guard let host = request[header: "Host"], names.contains(host.lowercased()) else {
      return .refusal(403, "this server is \(names[0]) and answers to no other name")
    }
    if let origin = request[header: "Origin"], origin.lowercased() != "http://\(host.lowercased())"
    {
      return .refusal(403, "requests of other pages are not answered")
    }
    return nil
  }

  /// Why the request may not use the compiler and the file; `nil` where it may.
  func refusalOfUse(of request: Request) -> Response? {
    if let site = request[header: "Sec-Fetch-Site"], site != "same-origin" {
      return .refusal(403, "requests of other pages are not answered")
    }
    guard let given = request[header: Self.keyHeader], isKey(given) else {
      return .refusal(403, "the key is missing or wrong: open the address that vggc printed")
    }
    return nil
  }

  /// Takes as long for every wrong key of the right length, so that its start cannot be guessed from the time.
  private func isKey(_ given: String) -> Bool {
    let (given, key) = (Array(given.utf8), Array(key.utf8))
    guard given.count == key.count else { return false }
    return zip(given, key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
