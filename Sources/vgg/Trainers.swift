import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGFiles
import VGGRuntime
import VGGTraining
import VGGWeights

/// Error reporting for trainers.
enum Trainers {
  /// Returns the result of `body`; reports errors in training.
  ///
  /// - Throws: The exit status.
  static func reportingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DivergedTraining {
      throw report(phrases.words(for: error), .unsound)
    } catch let error as ComputeError {
      throw report(phrases.words(for: error), .unsound)
    } catch let error as UnwritableRun {
      throw Output.reportUnwritable(error.path, error.reason)
    } catch let error as RunInUse {
      throw report(phrases.words(for: error), .cannotCreate)
    } catch let error as UnreadableFile {
      throw report(phrases.cannotContinueMetrics(error.cause), .noInput)
    } catch let error as InputError {
      throw report(phrases.words(for: error), error.kind == .unreadable ? .noInput : .unsound)
    } catch let error as WeightError {
      throw Inputs.report(error)
    }
  }

  private static var phrases: any RunPhrasebook { Console.language.runPhrases }

  private static func report(_ message: String, _ status: ExitCode) -> ExitCode {
    Console.reportError(message)
    return status
  }
}
