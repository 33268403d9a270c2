import VGGCompilation
import VGGDiagnostics
import VGGWeights

/// The messages of commands about their arguments: which file they took, and why they cannot continue.
///
/// Messages about networks are in the phrasebooks of tables, lessons and findings.
package protocol CommandPhrasebook: Sendable {
  /// The words between the program's name and a sentence: `error`, `warning` and `note`.
  var headings: ReportHeadings { get }

  func sound(_ verdict: SoundVerdict) -> String
  func wroteFixes(to file: String) -> String
  func using(_ files: [String]) -> String
  var usingConfigurationD: String { get }
  var comparingBuiltIns: String { get }
  func taking(_ count: Int, in folder: String, for work: FileWork) -> String
  /// The line that shows how much of some work is done.
  ///
  /// - Parameter total: The whole, with its unit.
  func progress(_ title: ProgressTitle, done: Int, of total: String, share: String) -> String

  /// The remark that a file is used for the name that the user wrote.
  func using(_ path: String, for name: String) -> String
  func cannotRead(_ missing: MissingConfiguration) -> String
  func cannotImport(_ error: WeightError) -> String
  func noConfiguration(for path: String, _ reason: String) -> String
  var noConfigurationNamed: String { get }
  var noFilesHere: String { get }
  func noFiles(in folder: String) -> String
  func severalConfigurations(_ names: String) -> String
  func severalModels(_ names: String, in file: String) -> String
  /// - Parameters:
  ///   - nearest: The name of the model that was probably meant.
  ///   - known: The existing models.
  func noModel(_ name: String, in file: String, nearest: String?, known: String) -> String
  func noCommonModel(_ first: String, _ second: String) -> String
  func noSubject(_ name: String, nearest: String) -> String
  func stops(_ model: String, because reason: String) -> String
  func adapted(_ convolution: InputAdaptation) -> String
  var keptFirstConvolution: String { get }
  var keptLastLayer: String { get }
  /// The layers kept from another network's weights, and the new ones.
  func start(
    keeping kept: [String], seed: UInt64, _ firstNew: StartPlan.NewLayer, followers: [String]
  ) -> String
  /// The heading of the commands that follow `vggc init`.
  var nextSteps: String { get }
  /// Weights whose bytes match their checksum.
  func matches(_ file: String) -> String
  func hasNoChecksum(_ file: String) -> String
  /// Names that show only an order, of which `first` is one.
  func namesAreKept(_ file: String, first: String) -> String
  func cannotInfer(_ file: String, _ reason: String) -> String
  func serving(_ file: String) -> String
  func cannotServe(_ file: String, _ reason: String) -> String
  func cannotListen(on port: Int, _ reason: String) -> String
  /// - Parameter opener: The program that opens browsers.
  func cannotOpenBrowser(_ opener: String) -> String
  /// - Parameter command: The command that runs the package.
  func wrotePackage(_ folder: String, command: String) -> String
  func wroteProject(_ folder: String) -> String
  func wroteTensors(_ count: Int, values: Int, to file: String) -> String
  func hasNoFile(_ builtIn: String) -> String
  func staysUnformatted(_ file: String) -> String
}

/// The work that a command does on several files.
package enum FileWork: Sendable {
  case checking
  case formatting
}

/// A network without errors, for the line that `vggc check` prints.
package struct SoundVerdict: Sendable {
  package let file: String
  package let model: String
  package let input: String
  package let output: String
  package let weightLayers: Int
  package let parameters: Int

  package init(
    file: String, model: String, input: String, output: String, weightLayers: Int, parameters: Int
  ) {
    (self.file, self.model, self.input, self.output) = (file, model, input, output)
    (self.weightLayers, self.parameters) = (weightLayers, parameters)
  }
}

extension English: CommandPhrasebook {}

extension Korean: CommandPhrasebook {}

extension Language {
  /// The messages of commands in this language.
  package var commandPhrases: any CommandPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
