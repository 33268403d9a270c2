import Synchronization
import VGGCommandLine
import VGGCompiler
import VGGDiagnostics

/// One configuration, found and compiled, with the remarks for the user on how it was found.
///
/// Making one prints nothing yet, so that many can be compiled at once and reported in order.
struct CompiledFile: Sendable {
  enum Outcome: Sendable {
    case missing(MissingConfiguration)
    case withoutModel(SourceFile, UnknownModel)
    case compiled(Compilation)
  }

  let remarks: [String]
  let outcome: Outcome

  /// - Parameter model: The only model to compile; all models if `nil`.
  init(_ name: String, model: String?) {
    let remarks = Remarks()
    outcome = Self.outcome(name, model: model, remarks)
    self.remarks = remarks.texts.withLock { $0 }
  }

  private static func outcome(_ name: String, model: String?, _ remarks: Remarks) -> Outcome {
    do {
      let found = try ConfigurationFinder.find(name)
      if let remark = found.remark { remarks.add(remark) }
      let reader = ConfigurationFinder.sourceReader { remarks.add($0) }
      do {
        return .compiled(try CompilerPipeline(reader: reader, modelName: model).compile(found.file))
      } catch {
        return .withoutModel(found.file, error)
      }
    } catch {
      return .missing(error)
    }
  }
}

/// Collects remarks in the order in which they were made.
private final class Remarks: Sendable {
  let texts = Mutex<[String]>([])

  func add(_ text: String) {
    texts.withLock { $0.append(text) }
  }
}
