/// The reasons why the playground's server refuses a request, whose words the page shows.
package enum PageRefusal: Hashable, Sendable {
  /// Input that is not HTTP.
  case notHTTP
  case longHeader
  /// A request that was not complete in time.
  case timeout
  /// No room in the server's memory for clients.
  case busy
  /// Another host than the one at which the page is served.
  case otherHost(String)
  case otherPage
  case wrongKey
  case noPage
  case otherMethod(allowed: String)
  case otherType(String)
  /// A request to compile that is not a JSON object with a text.
  case noQuestion
  case textTooLarge(mebibytes: Int)
  case textNotUTF8
  /// A request to save that does not name the version to replace.
  case noVersion
  case changedOnDisk(String)
  case unwritable(String, reason: String)
  case unencodable
}
