import VGGCompilation
import VGGDiagnostics
import VGGPhrasebooks
import VGGWeightFit
import VGGWeights

extension English {
  package var headings: ReportHeadings { EnglishFindings().headings }

  package func sound(_ verdict: SoundVerdict) -> String {
    "\(verdict.file): \(verdict.model) is valid: \(verdict.input) -> \(verdict.output), "
      + "\(counted(verdict.weightLayers, "weight layer")), \(counted(verdict.parameters, "parameter"))"
  }

  package func wroteFixes(to file: String) -> String { "fixed \(file)" }

  package func using(_ files: [String]) -> String { "using \(files.joined(separator: ", "))" }

  package var usingConfigurationD: String { "no configuration here; using configuration D" }

  package var comparingBuiltIns: String { "no configuration here; comparing the built-in ones" }

  package func taking(_ count: Int, in folder: String, for work: FileWork) -> String {
    let verb =
      switch work {
      case .checking: "checking"
      case .formatting: "formatting"
      }
    return "\(verb) \(counted(count, "file")) in \(folder)"
  }

  package func progress(
    _ title: ProgressTitle, done: Int, of total: String, share: String
  ) -> String {
    "\(words(for: title)): \(done) of \(total) (\(share))"
  }

  private func words(for title: ProgressTitle) -> String {
    switch title {
    case .checking: "checking"
    case .readingPhotos: "reading photos"
    case .decoding: "decoding"
    case .classifying: "classifying"
    case .looking: "looking"
    case .evaluating: "evaluating"
    case .measuring: "measuring"
    case .inspecting: "inspecting"
    case .initializing: "initialising"
    case .converting: "converting"
    case .writingPhotos: "writing"
    case .writingWeights: "writing weights"
    case .writing(let path): "writing \(path)"
    }
  }

  package func using(_ path: String, for name: String) -> String { "using \(path) for \(name)" }

  package func cannotRead(_ missing: MissingConfiguration) -> String {
    "cannot read \(missing.name): \(missing.reason)"
  }

  package func cannotImport(_ error: WeightError) -> String { "cannot import \(error)" }

  package func noConfiguration(for path: String, _ reason: String) -> String {
    "cannot make a configuration from \(path): \(reason)"
  }

  package var noConfigurationNamed: String {
    "no configuration was named, and the current folder has none; vggc init writes one"
  }

  package var noFilesHere: String {
    "no FILE was named, and the current folder has no configuration and no Configs folder with YAML files"
  }

  package func noFiles(in folder: String) -> String { "\(folder) has no .yaml or .yml files" }

  package func severalConfigurations(_ names: String) -> String {
    "the current folder has several configurations; name one of them: \(names)"
  }

  package func severalModels(_ names: String, in file: String) -> String {
    "\(file) has several models: \(names); choose one with --model"
  }

  package func noModel(
    _ name: String, in file: String, nearest: String?, known: String
  ) -> String {
    let suggestion = nearest.map { "; did you mean \($0)?" } ?? ""
    return "\(file) has no model \(name)\(suggestion) (it has \(known))"
  }

  package func noCommonModel(_ first: String, _ second: String) -> String {
    "\(first) and \(second) have no model with the same name; choose one with --model"
  }

  package func noSubject(_ name: String, nearest: String) -> String {
    "\(name) is neither a file, a built-in configuration nor a diagnostic; did you mean \(nearest)?"
  }

  package func stops(_ model: String, because reason: String) -> String {
    "\(model) cannot take this input: \(reason)"
  }

  package var nextSteps: String { "next steps:" }

  package func matches(_ file: String) -> String { "\(file): the checksum matches" }

  package func hasNoChecksum(_ file: String) -> String {
    "\(file): no checksum: it wasn't written by vggc or vgg, or by an earlier version"
  }

  package func namesAreKept(_ file: String, first: String) -> String {
    "\(file): the names, such as \(first), show only the order of the layers, and are kept; --for CONFIG "
      + "matches them with a network"
  }

  package func cannotInfer(_ file: String, _ reason: String) -> String {
    "cannot infer a configuration from \(file): \(reason)"
  }

  package func serving(_ file: String) -> String { "serving \(file) until Ctrl-C" }

  package func cannotServe(_ file: String, _ reason: String) -> String {
    "cannot serve \(file): \(reason)"
  }

  package func cannotListen(on port: Int, _ reason: String) -> String {
    "cannot listen on port \(port): \(reason)"
  }

  package func cannotOpenBrowser(_ opener: String) -> String {
    "\(opener) could not open a browser; open the address yourself"
  }

  package func wrotePackage(_ folder: String, command: String) -> String {
    "wrote \(folder); run it with: \(command)"
  }

  package func wroteProject(_ folder: String) -> String {
    "wrote \(folder); \(folder)/README.md explains how to train"
  }

  package func wroteTensors(_ count: Int, values: Int, to file: String) -> String {
    "wrote \(file): \(counted(count, "tensor")), \(grouped(values)) values"
  }

  package func hasNoFile(_ builtIn: String) -> String {
    "\(builtIn) is a built-in configuration, which has no file to format"
  }

  package func staysUnformatted(_ file: String) -> String {
    "\(file) is left unchanged: formatting would change its meaning"
  }

  package func adapted(_ convolution: InputAdaptation) -> String { convolution.inWords }

  package var keptFirstConvolution: String { "the first convolution fits, so it is kept" }

  package var keptLastLayer: String { "the last layer fits, so it is kept" }

  package func start(
    keeping kept: [String], seed: UInt64, _ firstNew: StartPlan.NewLayer, followers: [String]
  ) -> String {
    "kept \(span(kept)); new from seed \(seed): \(firstNew.name), which \(text(of: firstNew.reason))"
      + (followers.isEmpty ? "" : ", and \(followers.joined(separator: ", ")) after it")
  }

  private func span(_ names: [String]) -> String {
    guard let first = names.first, let last = names.last else { return "nothing" }
    return names.count < 3 ? names.joined(separator: " and ") : "\(first) to \(last)"
  }

  private func text(of reason: StartPlan.NewLayer.Reason) -> String {
    switch reason {
    case .missing: "the file does not have"
    case .notFinite: "has NaN or infinite values in the file"
    case .otherShape(let file, let network):
      "is \(dimensions(file)) in the file and \(dimensions(network)) here"
    case .follows: "comes after a new layer"
    }
  }
}
