import VGGDiagnostics

extension SARIFRenderer.Rule {
  /// The rule of a kind of diagnostic, with its explanation in English.
  init(_ id: DiagnosticID) {
    let (explanation, example) = (id.explanation, id.example)
    func prose(_ text: String) -> String { DiagnosticsPage.escaped(text) }
    func yaml(_ text: String) -> String { DiagnosticsPage.fenced(text, as: "yaml") }
    self.init(
      code: id.rawValue, severity: id.severity, title: explanation.title,
      meaning: explanation.meaning,
      help: "\(explanation.meaning)\n\nWhat to do: \(explanation.repair)",
      markdownHelp: """
        \(prose(explanation.meaning))

        For example:

        \(yaml(example.text))

        **What to do.** \(prose(explanation.repair))

        \(yaml(example.repaired))

        """)
  }
}
