import VGGDiagnostics
import VGGFindings

extension DiagnosticCatalogue {
  /// `Docs/Diagnostics.md`: a table of contents by stage, then an entry for each diagnostic.
  ///
  /// - Parameter message: What an entry's command reports, as rendered without colour.
  package static func page(message: (DiagnosticEntry) -> String) -> String {
    var text = introduction + "\n"
    for stage in DiagnosticStage.allCases {
      text += "- [\(stage.rawValue)](#\(anchor(stage.rawValue)))\n"
      for id in stage.ids {
        text += "  - [`\(id.rawValue)`](#\(id.rawValue)): \(escaped(entry(for: id).title))\n"
      }
    }
    for stage in DiagnosticStage.allCases {
      text += "\n## \(stage.rawValue)\n\n\(stage.summary)\n"
      for entry in stage.ids.map(entry) { text += section(entry, message: message(entry)) }
    }
    return text
  }

  private static let introduction = """
    # Diagnostics

    Everything that `vggc` reports has a name, which stands in brackets after the message. Here is each with what \
    it means, a configuration that gives it, the message, and the configuration mended. \
    `vggc explain NAME` prints the same.

    The examples are the files in `Configs/mistakes`. This page is generated: the tests compare it with the code, \
    and `VGGC_RECORD=1 swift test` writes it anew.

    """

  private static func section(_ entry: DiagnosticEntry, message: String) -> String {
    """

    ### \(entry.id.rawValue)

    **\(escaped(entry.title))** (\(entry.id.severity.rawValue))

    \(escaped(entry.meaning))

    `Configs/mistakes/\(entry.fileName)`:

    \(fenced(entry.example, as: entry.id == .weightsMismatch ? "yaml" : "yaml fails"))

    \(fenced("$ \(entry.command)\n" + message, as: "text"))

    **What to do.** \(escaped(entry.repair))

    \(fenced(entry.repaired, as: "yaml"))

    """
  }

  private static func fenced(_ source: String, as language: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return "```\(language)\n" + lines.map { printable(String($0)) + "\n" }.joined() + "```"
  }

  /// Prose in which `<<` and `a * b` stay what they are; names in backquotes need no help.
  private static func escaped(_ prose: String) -> String {
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
