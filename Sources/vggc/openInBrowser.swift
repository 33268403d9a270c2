import Dispatch
import VGGCommandLine
import VGGDiagnostics
import VGGFiles

/// Opens an address in the user's browser; reports if there isn't one.
func openInBrowser(_ address: String, in language: Language) {
  #if canImport(Darwin)
    let opener = "open"
  #else
    let opener = "xdg-open"
  #endif
  // The opener may run until the browser is closed.
  DispatchQueue.global().async {
    // A browser must be able to end as any other program does; this thread does nothing else.
    StopSignals.release()
    defer { StopSignals.hold() }
    let status = try? ChildProcess.run([opener, address]) { _, _ in true }
    guard status != 0 else { return }
    Console.remark(language.commandPhrases.cannotOpenBrowser(opener), in: language)
  }
}
