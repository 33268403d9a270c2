import VGGFiles

/// The platform's folder for downloads that can be repeated: `~/Library/Caches/vggc` on macOS,
/// elsewhere `vggc` in `XDG_CACHE_HOME`, or otherwise in `~/.cache`.
///
/// - Parameter environment: Returns the value of an environment variable.
/// - Returns: `nil` if the user has no home folder.
package func cacheFolder(environment: (String) -> String? = variable) -> String? {
  let home = environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
  #if canImport(Darwin)
    return home.map { $0 + "/Library/Caches/vggc" }
  #else
    // The specification says to ignore a path that is not absolute.
    if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/vggc" }
    return home.map { $0 + "/.cache/vggc" }
  #endif
}

/// The value of the environment variable `name`, if it is set and not empty.
package func variable(_ name: String) -> String? {
  Platform.environmentVariable(name).flatMap { $0.isEmpty ? nil : $0 }
}
