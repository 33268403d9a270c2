import VGGFiles
import VGGWeights

/// Opens an input as a weight file: whatever the bytes, opening them returns tensors or a
/// message, every tensor can be read, and a copy of them as safetensors, under torchvision's names
/// if others are known, has the same tensors.
///
/// - Returns: 0, or -1 for bytes of a container that is not one of `containers`, which are not worth
///   keeping.
func fuzzWeights(
  _ bytes: UnsafeBufferPointer<UInt8>, in containers: Set<WeightContainer>
) -> CInt {
  let path = ScratchFolder.write(bytes, to: "input")
  do throws(WeightError) {
    let file = try WeightFile(path: path)
    guard containers.contains(file.container) else { return -1 }
    let sizes = file.tensors.map { $0.byteCount ?? .max }
    precondition(!sizes.contains(.max), "a tensor's size was not checked")
    // A few bytes may describe many tensors; reading those all takes time and finds nothing.
    guard sizes.reduce(0, +) < 1 << 18 else { return 0 }
    read(file)
    expectSameCopy(of: RenamedWeights(file))
  } catch {
    precondition(error.kind == .malformed, "\(error)")
    precondition(error.offset.map { $0 <= bytes.count } ?? true, "\(error) is outside its file")
    precondition(!error.reason.utf8.contains { $0 < 0x20 }, "a control character was printed")
  }
  return 0
}

private func read(_ file: WeightFile) {
  for tensor in file.tensors {
    do {
      let statistics = try file.statistics(of: tensor.name)
      let counted = statistics.map { $0.finite + $0.notNumbers + $0.infinities }
      precondition(counted == nil || counted == tensor.elementCount)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

private func expectSameCopy(of weights: RenamedWeights) {
  do {
    let path = "\(ScratchFolder.path)/copy.safetensors"
    try writeSafetensors(copying: weights, to: path)
    let copy = try WeightFile(path: path)
    let isVerified = try copy.verify()
    precondition(isVerified)
    // The checksum is the copy's.
    func others(_ file: WeightFile) -> [String: String] {
      file.metadata.filter { $0.key != "checksum" }
    }
    precondition(others(copy) == others(weights.file))
    precondition(copy.tensors.map(\.shape) == weights.tensors.map(\.shape))
    for (tensor, copied) in zip(weights.tensors, copy.tensors) where tensor.type.isFloatingPoint {
      let values = try weights.tensor(tensor.name, shape: tensor.shape).values
      let copies = try copy.tensor(copied.name).values
      precondition(values.map(\.bitPattern) == copies.map(\.bitPattern))
    }
  } catch let error as WeightError {
    // Two names may become one, and numbers that are not floating-point cannot be put in order.
    precondition([.unwritable, .mismatched].contains(error.kind), "\(error)")
  } catch {
    preconditionFailure("\(error)")
  }
}
