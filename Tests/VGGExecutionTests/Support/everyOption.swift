import VGGCompute
import VGGExecution

extension ExecutionOptions {
  /// Every instruction set of this processor with every combination of the values.
  static func every(batches: [Int], threads: [Int]) -> [ExecutionOptions] {
    InstructionSet.available.flatMap { instructionSet in
      [true, false].flatMap { isExact in
        batches.flatMap { batch in
          threads.map { threads in
            ExecutionOptions(
              batch: batch, threads: threads, isExact: isExact, instructionSet: instructionSet)
          }
        }
      }
    }
  }
}
