import VGGCompute

/// The memory and threads of one run: the two arenas and scratch. Used by one run at a time.
final class Workspace: @unchecked Sendable {
  let team: Team
  private let arenas: [AlignedMemory]
  private(set) var scratch: AlignedMemory

  init(_ schedule: Schedule, _ team: Team) throws(ComputeError) {
    self.team = team
    var arenas: [AlignedMemory] = []
    for bytes in schedule.arenaBytes { arenas.append(try .reserved(bytes)) }
    self.arenas = arenas
    scratch = try .reserved(schedule.scratchBytes)
  }

  /// Makes room for a schedule of the same program for fewer images: its arenas are not larger, but
  /// a convolution that divides its work differently may need more scratch.
  func reserve(for schedule: Schedule) throws(ComputeError) {
    guard schedule.scratchBytes > scratch.byteCount else { return }
    scratch = try .reserved(schedule.scratchBytes)
  }

  func arena(_ index: Int) -> UnsafeMutablePointer<Float> { arenas[index].floats }
}
