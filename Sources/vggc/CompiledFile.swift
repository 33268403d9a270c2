import Synchronization
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics

/// One configuration, found and compiled, with the files that were used for other names.
///
/// Making one prints nothing yet, so that many can be compiled at once and reported in order.
struct CompiledFile: Sendable {
  enum Outcome: Sendable {
    case missing(MissingConfiguration)
    case withoutModel(SourceFile, UnknownModel)
    case compiled(Compilation)
  }

  let substitutions: [FileSubstitution]
  let outcome: Outcome

  /// - Parameter model: The only model to compile; all models if `nil`.
  init(_ name: String, model: String?) {
    let substitutions = Substitutions()
    outcome = Self.outcome(name, model: model, substitutions)
    self.substitutions = substitutions.list.withLock { $0 }
  }

  private static func outcome(
    _ name: String, model: String?, _ substitutions: Substitutions
  ) -> Outcome {
    do {
      let found = try ConfigurationFinder.find(name)
      if let substitution = found.substitution { substitutions.add(substitution) }
      let reader = ConfigurationFinder.sourceReader { substitutions.add($0) }
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

/// Collects substitutions in the order in which they were made.
private final class Substitutions: Sendable {
  let list = Mutex<[FileSubstitution]>([])

  func add(_ substitution: FileSubstitution) {
    list.withLock { $0.append(substitution) }
  }
}
