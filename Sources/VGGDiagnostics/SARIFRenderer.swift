/// Diagnostics as SARIF 2.1.0 (OASIS), which code-scanning services accept.
package struct SARIFRenderer: Sendable {
  /// A kind of diagnostic that the log lists, reported or not.
  package struct Rule: Sendable {
    package let code: String
    package let severity: Severity
    /// One line, without a full stop.
    package let title: String
    package let meaning: String
    /// The meaning and the repair, as plain text.
    package let help: String
    /// The same with examples, in GitHub Flavored Markdown.
    package let markdownHelp: String

    package init(
      code: String, severity: Severity, title: String, meaning: String, help: String,
      markdownHelp: String
    ) {
      self.code = code
      self.severity = severity
      self.title = title
      self.meaning = meaning
      self.help = help
      self.markdownHelp = markdownHelp
    }
  }

  private let version: String
  private let folder: String
  private let rules: [Rule]

  /// - Parameters:
  ///   - version: vggc's own version, given as the tool's.
  ///   - folder: The absolute path of the folder in which vggc runs.
  ///   - rules: Every kind of diagnostic.
  package init(version: String, folder: String, rules: [Rule]) {
    self.version = version
    self.folder = folder
    self.rules = rules
  }

  package func render(_ reports: [DiagnosticReport]) throws -> String {
    let results = reports.flatMap { report in
      let files = SARIF.Files(sources: report.sources, folder: folder)
      var fingerprints = FindingFingerprints(of: report.sources)
      return report.diagnostics.map {
        SARIF.Result($0, in: files, fingerprint: fingerprints.next($0))
      }
    }
    let driver = SARIF.Driver(name: "vggc", version: version, rules: rules.map(SARIF.Rule.init))
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
    let originalUriBaseIds = [
      ArtifactAddress.base: Base(description: Message(text: "The folder in which vggc ran."))
    ]
    let results: [Result]

    enum CodingKeys: CodingKey {
      case tool
      case columnKind
      case originalUriBaseIds
      case results
    }
  }

  /// A folder without an address, which would be different on every machine.
  struct Base: Encodable {
    let description: Message
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
    let shortDescription: Message
    let fullDescription: Message
    let help: Help
    let defaultConfiguration: [String: String]

    init(_ rule: SARIFRenderer.Rule) {
      id = rule.code
      shortDescription = Message(text: rule.title)
      fullDescription = Message(text: rule.meaning)
      help = Help(text: rule.help, markdown: rule.markdownHelp)
      defaultConfiguration = ["level": rule.severity.rawValue]
    }
  }

  struct Help: Encodable {
    let text: String
    let markdown: String
  }

  /// The files of a report, and the folder to which their addresses are relative.
  struct Files {
    let sources: SourceMap
    let folder: String

    func artifact(of range: SourceRange) -> ArtifactAddress {
      ArtifactAddress(of: sources.name(of: range), from: folder)
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
    let partialFingerprints: [String: String]

    init(_ diagnostic: WordedDiagnostic, in files: Files, fingerprint: String) {
      ruleId = diagnostic.code
      level = diagnostic.severity.rawValue
      let label = diagnostic.label.map { ": \($0)" } ?? ""
      message = Message(text: diagnostic.message + label)
      locations = [Location(diagnostic.range, message: nil, in: files)]
      relatedLocations = diagnostic.notes.compactMap { note in
        note.range.map { Location($0, message: note.message, in: files) }
      }
      fixes = diagnostic.fixIts.map { Fix($0, in: files) }
      partialFingerprints = ["vggcFinding/v1": fingerprint]
    }
  }

  struct Location: Encodable {
    let physicalLocation: PhysicalLocation
    let message: Message?

    init(_ range: SourceRange, message: String?, in files: Files) {
      physicalLocation = PhysicalLocation(
        artifactLocation: files.artifact(of: range), region: Region(range, in: files.sources))
      self.message = message.map { Message(text: $0) }
    }
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactAddress
    let region: Region
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

    init(_ fixIt: WordedFixIt, in files: Files) {
      description = Message(text: fixIt.title)
      artifactChanges = [
        Change(
          artifactLocation: files.artifact(of: fixIt.range),
          replacements: [
            Replacement(
              deletedRegion: Region(fixIt.range, in: files.sources),
              insertedContent: Message(text: fixIt.replacement))
          ])
      ]
    }
  }

  struct Change: Encodable {
    let artifactLocation: ArtifactAddress
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Message
  }
}
