import VGGGraph
import VGGKernels

/// The steps that run a network on a given number of images, and the memory that they need.
///
/// It is a function of the graph and the options alone; schedules for fewer images of the same
/// program share its weights.
struct Schedule: Sendable {
  let steps: [Step]
  /// Bytes of each arena.
  let arenaBytes: [Int]
  let scratchBytes: Int
}

/// What no kernel can run, in words.
package struct UnrunnableNetwork: Error, CustomStringConvertible {
  package let description: String
}
