import VGGDiagnostics
import VGGSyntax

/// Formats an input: the result is a form that formatting leaves unchanged, or the input is refused because
/// its YAML is wrong. Formatting never changes the meaning of a text; `formatted` checks that itself and
/// then names no diagnostic.
func fuzzFormatter(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  do throws(UnformattableText) {
    let text = try formatted(SourceFile(name: "fuzz.yaml", bytes: Array(bytes)))
    let again = try formatted(SourceFile(name: "fuzz.yaml", text: text))
    precondition(again == text, "formatting again changes the text")
  } catch {
    precondition(!error.diagnostics.isEmpty, "formatting changes the text's meaning")
  }
  return 0
}
