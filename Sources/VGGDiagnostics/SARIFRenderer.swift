import VGGFiles

/// Diagnostics as SARIF 2.1.0 (OASIS), which code-scanning services accept.
package struct SARIFRenderer: Sendable {
  /// A kind of diagnostic that the log lists, reported or not.
  package struct Rule: Sendable {
    package let code: String
    package let severity: Severity

    package init(code: String, severity: Severity) {
      self.code = code
      self.severity = severity
    }
  }

  private let version: String
  private let rules: [Rule]

  /// - Parameters:
  ///   - version: vggc's own version, given as the tool's.
  ///   - rules: Every kind of diagnostic.
  package init(version: String, rules: [Rule]) {
    self.version = version
    self.rules = rules
  }

  package func render(_ reports: [DiagnosticReport]) throws -> String {
    let results = reports.flatMap { report in
      report.diagnostics.map { SARIF.Result($0, in: report.sources) }
    }
    let driver = SARIF.Driver(
      name: "vggc", version: version,
      rules: rules.map { SARIF.Rule(id: $0.code, level: $0.severity.rawValue) })
    let run = SARIF.Run(tool: SARIF.Tool(driver: driver), results: results)
    return try jsonText(SARIF.Log(runs: [run]))
  }
}

/// The parts of a SARIF log that vggc writes, by the names of the specification.
private enum SARIF {
  struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version
      case runs
    }
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]

    enum CodingKeys: CodingKey {
      case tool
      case columnKind
      case results
    }
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name: String
    let version: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let defaultConfiguration: [String: String]

    init(id: String, level: String) {
      self.id = id
      defaultConfiguration = ["level": level]
    }
  }

  struct Message: Encodable {
    let text: String
  }

  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]
    let fixes: [Fix]

    init(_ diagnostic: WordedDiagnostic, in sources: SourceMap) {
      ruleId = diagnostic.code
      level = diagnostic.severity.rawValue
      let label = diagnostic.label.map { ": \($0)" } ?? ""
      message = Message(text: diagnostic.message + label)
      locations = [Location(diagnostic.range, message: nil, in: sources)]
      relatedLocations = diagnostic.notes.compactMap { note in
        note.range.map { Location($0, message: note.message, in: sources) }
      }
      fixes = diagnostic.fixIts.map { Fix($0, in: sources) }
    }
  }

  struct Location: Encodable {
    let physicalLocation: PhysicalLocation
    let message: Message?

    init(_ range: SourceRange, message: String?, in sources: SourceMap) {
      physicalLocation = PhysicalLocation(
        artifactLocation: Artifact(uri: percentEncoded(sources.name(of: range))),
        region: Region(range, in: sources))
      self.message = message.map { Message(text: $0) }
    }
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }

  struct Artifact: Encodable {
    let uri: String
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int

    init(_ range: SourceRange, in sources: SourceMap) {
      let start = sources.start(of: range)
      let end = sources.end(of: range)
      (startLine, startColumn) = (start.line, start.column)
      (endLine, endColumn) = (end.line, end.column)
    }
  }

  struct Fix: Encodable {
    let description: Message
    let artifactChanges: [Change]

    init(_ fixIt: WordedFixIt, in sources: SourceMap) {
      description = Message(text: fixIt.title)
      artifactChanges = [
        Change(
          artifactLocation: Artifact(uri: percentEncoded(sources.name(of: fixIt.range))),
          replacements: [
            Replacement(
              deletedRegion: Region(fixIt.range, in: sources),
              insertedContent: Message(text: fixIt.replacement))
          ])
      ]
    }
  }

  struct Change: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Message
  }

  /// A path as a URI reference (RFC 3986): all characters except unreserved ones and slashes are percent-encoded.
  static func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in PathText.bytes(of: path) {
      let character = Character(Unicode.Scalar(byte))
      if character.isASCII, character.isLetter || character.isNumber || "-._~/".contains(character)
      {
        result.append(character)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" + hex : hex)
      }
    }
    return result
  }
}
