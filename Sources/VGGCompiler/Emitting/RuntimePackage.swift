import VGGEmitters

/// The location of the package with VGGRuntime, for an emitted package.
public struct RuntimePackage: Hashable, Sendable {
  let dependency: RuntimeDependency

  private init(_ dependency: RuntimeDependency) {
    self.dependency = dependency
  }

  /// A checkout, as an absolute path or one relative to the emitted package.
  public static func path(_ path: String) -> RuntimePackage {
    RuntimePackage(.path(path))
  }

  /// A Git repository, and the oldest suitable version, such as `0.1.0`.
  public static func url(_ url: String, from version: String) -> RuntimePackage {
    RuntimePackage(.url(url, from: version))
  }
}
