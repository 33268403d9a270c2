import VGGDiagnostics

/// The messages about mistakes on the command line.
package protocol UsagePhrasebook: Sendable {
  func words(for fault: UsageFault) -> String
  /// The whole message, with the command's usage, that swift-argument-parser writes in English.
  func usageMessage(_ english: String) -> String
  /// A process whose arguments cannot be read.
  var noArguments: String { get }
}

extension English: UsagePhrasebook {}

extension Korean: UsagePhrasebook {}

extension Language {
  /// The messages about mistakes on the command line in this language.
  package var usagePhrases: any UsagePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
