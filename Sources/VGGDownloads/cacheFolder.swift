import VGGFiles

/// The folder for what can be downloaded again, as the platform has it: `~/Library/Caches/vggc` on
/// macOS, elsewhere `vggc` in `XDG_CACHE_HOME`, or else in `~/.cache`.
///
/// - Parameter environment: The value of an environment variable.
/// - Returns: `nil` where the user has no home folder.
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

/// The value of the environment variable `name`, where it is set and not empty.
package func variable(_ name: String) -> String? {
  Platform.environmentVariable(name).flatMap { $0.isEmpty ? nil : $0 }
}
