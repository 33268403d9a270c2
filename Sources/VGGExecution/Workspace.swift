import VGGKernels

/// What one run needs for itself: threads, the two arenas, scratch. Its user is one at a time.
final class Workspace: @unchecked Sendable {
  let team: Team
  private let arenas: [AlignedMemory]
  private let scratch: AlignedMemory

  init(_ schedule: Schedule, _ team: Team) throws(UnrunnableNetwork) {
    self.team = team
    var arenas: [AlignedMemory] = []
    for bytes in schedule.arenaBytes { arenas.append(try AlignedMemory(byteCount: bytes)) }
    self.arenas = arenas
    scratch = try AlignedMemory(byteCount: schedule.scratchBytes)
  }

  func arena(_ index: Int) -> UnsafeMutablePointer<Float> {
    arenas[index].bytes.baseAddress!.assumingMemoryBound(to: Float.self)
  }

  var scratchBytes: UnsafeMutableRawPointer {
    scratch.bytes.baseAddress!
  }
}
