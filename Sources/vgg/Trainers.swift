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
      Console.reportError("\(error)")
      throw ExitCode.unsound
    } catch let error as ComputeError {
      Console.reportError("\(error)")
      throw ExitCode.unsound
    } catch let error as UnwritableRun {
      Console.reportError("\(error)")
      throw ExitCode.cannotCreate
    } catch let error as RunInUse {
      Console.reportError("\(error)")
      throw ExitCode.cannotCreate
    } catch let error as UnreadableFile {
      Console.reportError("cannot continue the metrics: \(error.reason)")
      throw ExitCode.noInput
    } catch let error as InputError {
      Console.reportError("\(error)")
      throw error.kind == .unreadable ? ExitCode.noInput : ExitCode.unsound
    } catch let error as WeightError {
      Console.reportError("\(error)")
      throw error.exitCode
    }
  }
}
