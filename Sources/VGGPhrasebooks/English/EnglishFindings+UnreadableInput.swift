import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: UnreadableInput) -> FindingWords {
    switch finding {
    case .labels(let path, let resolved, let reason):
      FindingWords(
        "can't read label file \(shortened(path)): \(words(for: reason, in: resolved))",
        notes: path == resolved
          ? [] : [Note("the path is relative to the configuration's folder: \(resolved)")])
    case .document(let maximumSize):
      FindingWords("the file is larger than \(maximumSize >> 20) MiB")
    }
  }

  private func words(for reason: UnreadableInput.Reason, in path: String) -> String {
    switch reason {
    case .content(let fault): words(for: fault, in: path)
    case .file(let cause): cause.reason
    }
  }
}
