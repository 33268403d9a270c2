import VGGKernels
import VGGRuntime

/// What one run needs for itself: threads, the two arenas, scratch. Its user is one at a time.
final class Workspace: @unchecked Sendable {
  let team: Team
  private let arenas: [AlignedMemory]
  private var scratch: AlignedMemory

  init(_ schedule: Schedule, _ team: Team) throws(UnrunnableNetwork) {
    self.team = team
    var arenas: [AlignedMemory] = []
    for bytes in schedule.arenaBytes { arenas.append(try AlignedMemory.reserved(bytes)) }
    self.arenas = arenas
    scratch = try AlignedMemory.reserved(schedule.scratchBytes)
  }

  /// Makes room for a schedule of the same program for fewer images: its arenas are no larger, but
  /// a convolution that divides its work otherwise may want more scratch.
  func reserve(for schedule: Schedule) throws(UnrunnableNetwork) {
    guard schedule.scratchBytes > scratch.byteCount else { return }
    scratch = try AlignedMemory.reserved(schedule.scratchBytes)
  }

  func arena(_ index: Int) -> UnsafeMutablePointer<Float> {
    arenas[index].base.assumingMemoryBound(to: Float.self)
  }

  var scratchBytes: UnsafeMutableRawPointer { scratch.base }

  var scratchByteCount: Int { scratch.byteCount }
}
