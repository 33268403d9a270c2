import VGGFiles
import VGGTestSupport

@testable import VGGWeights

/// A file as torch.save made it before 1.6, around the pickle instructions of `object`.
///
/// - Parameter storages: the float32 values of each, by key, in order.
func stream(
  _ object: [UInt8], storages: [(key: String, values: [Float])] = []
) -> [UInt8] {
  let version = PickleBytes.proto + PickleBytes.integer(1001) + PickleBytes.stop
  let traits =
    PickleBytes.proto + PickleBytes.dictionary([("little_endian", [0x88])]) + PickleBytes.stop
  let keys =
    PickleBytes.proto + PickleBytes.list(storages.map { PickleBytes.text($0.key) })
    + PickleBytes.stop
  return FileFormat.pyTorchStreamMark + version + traits + PickleBytes.proto + object
    + PickleBytes.stop
    + keys + storages.flatMap { littleEndian(Int64($0.values.count)) + littleEndian($0.values) }
}

/// Where the instructions of the object start in a ``stream(_:storages:)``.
///
/// After it stand its end and the empty list of keys.
let streamObjectStart = stream([]).count - 7

/// What a file of these bytes holds.
func directory(_ bytes: [UInt8]) throws -> TensorDirectory {
  try bytes.withUnsafeBytes { try WeightContainer($0, file: "f").directory(of: $0, file: "f") }
}
