import Synchronization
import VGGKernels

/// The threads of one call of a kernel, and scratch that grows.
package final class KernelWorkspace: @unchecked Sendable {
  /// The threads of a call that is alone: one per processor. Convolutions are planned for this number.
  package static let threads = Int(vgg_processors())
  package static let instructionSet = InstructionSet.best

  /// Divides the processors among the calls that run at the same time.
  private static let budget = ThreadBudget(threads: threads)

  /// Workspaces that no call is using, by their budgeted threads.
  ///
  /// This is state of the whole process, like the threads that it represents: layers are values,
  /// which may be called from anywhere and hold no threads, and starting threads for
  /// each call would take longer than most calls. A workspace carries nothing from one call to the
  /// next except the size of its scratch, and results do not depend on the number of threads, so no result depends
  /// on which workspace a call gets. The budget bounds their number.
  private static let idle = Mutex<[Int: [KernelWorkspace]]>([:])

  package let team: Team
  private var memory: AlignedMemory?

  /// Falls back to the caller's own thread when no more can be started; the results are the same.
  private init(threads: Int) {
    let team =
      Team(threads: threads, instructionSet: Self.instructionSet)
      ?? Team(threads: 1, instructionSet: Self.instructionSet)
    guard let team else { fatalError("there is no memory to run a layer") }
    self.team = team
  }

  /// Calls `body` with a workspace that no other call uses meanwhile; waits while other calls occupy all
  /// processors.
  ///
  /// - Precondition: `body` does not call this function.
  package static func use<Result>(_ body: (KernelWorkspace) -> Result) -> Result {
    budget.use { threads in
      let workspace =
        idle.withLock { $0[threads]?.popLast() } ?? KernelWorkspace(threads: threads)
      defer {
        idle.withLock { $0[threads, default: []].append(workspace) }
      }
      return body(workspace)
    }
  }

  /// At least `byteCount` bytes, which hold nothing in particular; valid until the next call.
  package func scratch(_ byteCount: Int) -> UnsafeMutableRawPointer {
    if let memory, memory.byteCount >= byteCount { return memory.base }
    // Frees the smaller memory before requesting more.
    memory = nil
    guard let larger = AlignedMemory(byteCount: byteCount) else {
      fatalError("there is no memory for \(byteCount) bytes of scratch")
    }
    memory = larger
    return larger.base
  }
}
