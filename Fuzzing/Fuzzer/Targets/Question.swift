import VGGDiagnostics
import VGGFiles
import VGGPlayground
import VGGSpec

/// Asks the playground about a text as its page does, with an input as the question's JSON: whatever it
/// is, there is an answer, and never the one that the server failed.
func fuzzQuestion(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  for target in ["/api/compile", "/api/sizes"] {
    let request = Request(
      method: "POST", target: target,
      headers: [
        ("Host", "127.0.0.1:80"), ("Content-Type", "application/json"),
        ("X-VGGC-Key", SmallPlayground.key),
      ], body: Array(bytes), port: 80)
    let status = try? SmallPlayground.shared.answer(to: request, for: .permanent).status
    precondition(
      status.map([200, 400, 413].contains) == true, "\(target): status \(status ?? 0)")
  }
  return 0
}

/// A playground that was opened with a few lines, which it cannot save.
enum SmallPlayground {
  static let key = "key"

  static let shared: Playground = {
    let file = SourceFile(name: "small.yaml", text: "features: [4, M]\n")
    let reader = SourceReader { _ throws(UnreadableFile) in throw UnreadableFile(reason: "none") }
    return Playground(
      OpenedFile(file, isFile: false), naming: NamedFiles(of: file, through: reader),
      in: .english, key: key)
  }()
}
