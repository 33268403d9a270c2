#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder for what can be made again, as the platform has it: `~/Library/Caches/vggc` on macOS,
/// elsewhere `vggc` in `XDG_CACHE_HOME`, or else in `~/.cache`; `nil` where no home folder is set.
func cacheFolder() -> String? {
  let environment = ProcessInfo.processInfo.environment
  let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  #if canImport(Darwin)
    return home.map { $0 + "/Library/Caches/vggc" }
  #else
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/vggc" }
    return home.map { $0 + "/.cache/vggc" }
  #endif
}
