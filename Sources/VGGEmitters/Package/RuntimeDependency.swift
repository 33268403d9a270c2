/// The location of the package that contains `VGGRuntime`, for a generated package.
package enum RuntimeDependency: Hashable, Sendable {
  /// A checkout, as an absolute path or one relative to the generated package.
  case path(String)
  /// A Git repository, and the oldest suitable version.
  case url(String, from: String)

  /// The dependency as a manifest lists it.
  ///
  /// A checkout gets the package's name in addition to its path, so that the folder can have any name. Without traits,
  /// SwiftPM fetches none of the packages that only vggc's tools need.
  var declaration: SwiftExpression {
    let place =
      switch self {
      case .path(let path):
        [SwiftArgument("name", .string(packageName)), SwiftArgument("path", .string(path))]
      case .url(let url, let version):
        [SwiftArgument("url", .string(url)), SwiftArgument("from", .string(version))]
      }
    return .call(.member(nil, "package"), place + [SwiftArgument("traits", .array([]))])
  }

  /// The name under which products of the dependency are requested: for a URL its last part, without `.git`.
  var packageName: String {
    guard case .url(let url, _) = self, let last = url.split(separator: "/").last else {
      return "vggc"
    }
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : String(last)
  }
}
