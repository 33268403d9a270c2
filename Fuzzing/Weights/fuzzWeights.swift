import VGGFiles
import VGGWeights

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// libFuzzer's inputs as weight files: whatever the bytes, opening them ends in tensors or in a
/// message, every tensor can be read, and a copy of them as safetensors is the same again.
///
/// - Returns: 0, or -1 for bytes of a container that is none of `containers`, which are not worth
///   keeping.
package func fuzzWeights(
  _ bytes: UnsafeBufferPointer<UInt8>, in containers: Set<WeightContainer>
) -> CInt {
  let path = "\(folder)/input"
  write(UnsafeRawBufferPointer(bytes), to: path)
  do throws(WeightError) {
    let file = try WeightFile(path: path)
    guard containers.contains(file.container) else { return -1 }
    let sizes = file.tensors.map { $0.byteCount ?? .max }
    precondition(!sizes.contains(.max), "a tensor's size was not checked")
    // A few bytes may be seen as many tensors; reading those all takes time and finds nothing.
    guard sizes.reduce(0, +) < 1 << 18 else { return 0 }
    expectSameCopy(of: file)
  } catch {
    precondition(error.kind == .malformed, "\(error)")
    precondition(error.offset.map { $0 <= bytes.count } ?? true, "\(error) lies outside its file")
    precondition(!error.reason.utf8.contains { $0 < 0x20 }, "a control character got out")
  }
  return 0
}

private func expectSameCopy(of file: WeightFile) {
  do {
    let path = "\(folder)/copy.safetensors"
    try writeSafetensors(copying: file, to: path)
    let copy = try WeightFile(path: path)
    precondition(copy.metadata == file.metadata && copy.tensors.count == file.tensors.count)
    for (original, copied) in zip(file.tensors, copy.tensors) {
      precondition(original.shape == copied.shape && original.type == copied.type)
      let statistics = try file.statistics(of: original.name)
      let copiedStatistics = try copy.statistics(of: copied.name)
      // As text, for a mean that is no number equals no other.
      precondition("\(statistics as Any)" == "\(copiedStatistics as Any)")
      guard original.type.isFloatingPoint else { continue }
      let values = try file.tensor(original.name, shape: original.shape).values
      let copies = try copy.tensor(copied.name).values
      precondition(values.map(\.bitPattern) == copies.map(\.bitPattern))
    }
  } catch {
    preconditionFailure("\(error)")
  }
}

private func write(_ bytes: UnsafeRawBufferPointer, to path: String) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  let failure = FileDescriptorWriter(descriptor: descriptor).write(bytes)
  precondition(failure == nil, "\(path): \(failure ?? "")")
  close(descriptor)
}

/// A folder of this process alone, which Scripts/fuzz makes in memory where it can.
private let folder: String = {
  let place = getenv("VGGC_FUZZING_FOLDER").map { String(cString: $0) } ?? "/tmp"
  let folder = "\(place)/weights-\(getpid())"
  mkdir(folder, 0o700)
  return folder
}()
