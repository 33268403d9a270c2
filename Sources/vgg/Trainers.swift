import ArgumentParser
import VGGCommandLine
import VGGFiles
import VGGRuntime
import VGGTraining
import VGGWeights

/// Trainers, as a command line deals with them.
enum Trainers {
  /// What `body` gives; what can go wrong with a training is complained about.
  ///
  /// - Throws: The exit status.
  static func complaining<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DivergedTraining {
      Console.complain("\(error)")
      throw ExitCode.unsound
    } catch let error as UntrainableNetwork {
      Console.complain("\(error)")
      throw ExitCode.unsound
    } catch let error as UnwritableRun {
      Console.complain("\(error)")
      throw ExitCode.cannotCreate
    } catch let error as UnreadableFile {
      Console.complain("the metrics cannot be continued: \(error.reason)")
      throw ExitCode.noInput
    } catch let error as InputError {
      Console.complain("\(error)")
      throw error.kind == .unreadable ? ExitCode.noInput : ExitCode.unsound
    } catch let error as WeightError {
      Console.complain("\(error)")
      throw error.exitCode
    }
  }
}
