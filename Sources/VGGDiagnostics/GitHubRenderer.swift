/// Diagnostics as GitHub's workflow commands, which a workflow run shows next to the lines of a
/// change.
///
///     ::error file=custom.yaml,line=6,col=18,endLine=6,endColumn=23,title=linear-input-mismatch::linear layer …
package struct GitHubRenderer: Sendable {
  package init() {}

  package func render(_ reports: [DiagnosticReport]) -> String {
    reports.flatMap { report in
      report.diagnostics.map { command(for: $0, in: report.sources) + "\n" }
    }.joined()
  }

  private func command(for diagnostic: WordedDiagnostic, in sources: SourceMap) -> String {
    let start = sources.start(of: diagnostic.range)
    let end = sources.end(of: diagnostic.range)
    let properties = [
      "file=\(escapedProperty(sources.name(of: diagnostic.range)))", "line=\(start.line)",
      "col=\(start.column)", "endLine=\(end.line)", "endColumn=\(end.column)",
      "title=\(escapedProperty(diagnostic.code))",
    ].joined(separator: ",")
    let lines =
      [diagnostic.message] + (diagnostic.label.map { [$0] } ?? []) + diagnostic.notes.map(\.message)
    return
      "::\(diagnostic.severity.rawValue) \(properties)::\(escaped(lines.joined(separator: "\n")))"
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
