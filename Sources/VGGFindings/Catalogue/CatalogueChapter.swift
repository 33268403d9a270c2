import VGGDiagnostics

/// The chapters of the catalogue: errors by the stage that reports them, then all warnings.
enum CatalogueChapter: String, CaseIterable {
  case reading = "Reading YAML"
  case resolving = "Resolving keys and elements"
  case checking = "Checking the graph"
  case warnings = "Warnings"

  private init(of id: DiagnosticID) {
    switch (id.severity, id.stage) {
    case (.warning, _): self = .warnings
    case (.error, .reading): self = .reading
    case (.error, .resolving): self = .resolving
    case (.error, .checking): self = .checking
    }
  }

  /// The chapter's subject, in one sentence.
  var summary: String {
    switch self {
    case .reading:
      "The text is read as YAML 1.2, with the position of every key and value."
    case .resolving:
      "Keys and entries are checked against the language (see `Language.md`), defaults are filled in, and other "
        + "configurations and label files are read."
    case .checking:
      "The shapes are computed layer by layer, and the numbers in the configuration are compared with them."
    case .warnings:
      "The network is valid, but probably not as intended. Warnings fail a check only with `--strict`."
    }
  }

  /// The chapter's diagnostics, in the catalogue's order.
  var ids: [DiagnosticID] {
    DiagnosticID.allCases.filter { CatalogueChapter(of: $0) == self }
  }
}
