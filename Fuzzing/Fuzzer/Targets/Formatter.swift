import VGGDiagnostics
import VGGSyntax

/// Formats an input: it comes out in a form that formatting leaves as it is, or is refused for what is
/// wrong with its YAML. Formatting never changes what a text says; `formatted` finds that out itself and
/// then names no diagnostic.
func fuzzFormatter(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  do throws(UnformattableText) {
    let text = try formatted(SourceFile(name: "fuzz.yaml", bytes: Array(bytes)))
    let again = try formatted(SourceFile(name: "fuzz.yaml", text: text))
    precondition(again == text, "formatting is not done after once")
  } catch {
    precondition(!error.diagnostics.isEmpty, "formatting changes what the text says")
  }
  return 0
}
