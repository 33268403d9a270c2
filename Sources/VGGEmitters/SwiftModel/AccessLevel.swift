/// The access level of a generated type, its members and its import of the runtime.
package enum AccessLevel: String, CaseIterable, Sendable {
  case `public`
  case `package`
  case `internal`

  /// The keyword before a declaration, with a space after it; Swift's default, `internal`, is not written.
  var modifier: String { self == .internal ? "" : "\(rawValue) " }

  /// The options of `vggc emit --swift` that select it.
  var options: [String] { self == .public ? [] : ["--access", rawValue] }
}
