/// Where a generated package finds the package that holds `VGGRuntime`.
package enum RuntimeDependency: Hashable, Sendable {
  /// A checkout, as an absolute path or one relative to the generated package.
  case path(String)
  /// A Git repository, and the oldest version that will do.
  case url(String, from: String)

  /// The dependency as a manifest lists it.
  ///
  /// A checkout gets the package's name beside its path, so that the folder may be called anything.
  var declaration: SwiftExpression {
    switch self {
    case .path(let path):
      .call(
        .member(nil, "package"),
        [SwiftArgument("name", .string(packageName)), SwiftArgument("path", .string(path))])
    case .url(let url, let version):
      .call(
        .member(nil, "package"),
        [SwiftArgument("url", .string(url)), SwiftArgument("from", .string(version))])
    }
  }

  /// What a product of the dependency is asked for by: for a URL its last part, without `.git`.
  var packageName: String {
    guard case .url(let url, _) = self, let last = url.split(separator: "/").last else {
      return "vggc"
    }
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : String(last)
  }
}
