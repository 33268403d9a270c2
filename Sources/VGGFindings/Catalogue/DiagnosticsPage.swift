import VGGDiagnostics

/// `Docs/Diagnostics.md`: a table of contents by chapter, then an entry for each diagnostic.
package enum DiagnosticsPage {
  /// - Parameter message: The report of the command of an id's example, as rendered without colour.
  package static func text(message: (DiagnosticID) -> String) -> String {
    var text = introduction + "\n"
    for chapter in CatalogueChapter.allCases {
      text += "- [\(chapter.rawValue)](#\(anchor(chapter.rawValue)))\n"
      for id in chapter.ids {
        text +=
          "  - [`\(id.rawValue)`](#\(id.rawValue)): \(escaped(id.explanation.title))\n"
      }
    }
    for chapter in CatalogueChapter.allCases {
      text += "\n## \(chapter.rawValue)\n\n\(chapter.summary)\n"
      for id in chapter.ids { text += section(id, message: message(id)) }
    }
    return text
  }

  private static let introduction = """
    # Diagnostics

    Every diagnostic of `vggc` has a name, which appears in brackets after the message. This page lists each with its \
    meaning, a configuration that causes it, the message, and the fixed configuration. `vggc explain NAME` prints \
    the same.

    The examples are the files in `Configs/mistakes`. This page is generated: the tests compare it with the code, \
    and `VGGC_RECORD=1 swift test` regenerates it.

    """

  private static func section(_ id: DiagnosticID, message: String) -> String {
    let (explanation, example) = (id.explanation, id.example)
    return """

      ### \(id.rawValue)

      **\(escaped(explanation.title))** (\(id.severity.rawValue))

      \(escaped(explanation.meaning))

      `Configs/mistakes/\(id.fileName)`:

      \(fenced(example.text, as: example.isSoundAlone ? "yaml" : "yaml fails"))

      \(fenced("$ \(example.command(for: id.fileName))\n" + message, as: "text"))

      **What to do.** \(escaped(explanation.repair))

      \(fenced(example.repaired, as: "yaml"))

      """
  }

  static func fenced(_ source: String, as language: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return "```\(language)\n" + lines.map { printable(String($0)) + "\n" }.joined() + "```"
  }

  /// Prose in which `<<` and `a * b` are escaped to stay unchanged; names in backquotes need no escaping.
  static func escaped(_ prose: String) -> String {
    prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        guard index.isMultiple(of: 2) else { return String(part) }
        return part.map { "*<".contains($0) ? "\\\($0)" : String($0) }.joined()
      }
      .joined(separator: "`")
  }

  /// GitHub's anchor of a heading.
  private static func anchor(_ heading: String) -> String {
    heading.lowercased().map { $0 == " " ? "-" : String($0) }.joined()
  }
}
