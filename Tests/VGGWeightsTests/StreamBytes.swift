import VGGFiles
import VGGTestSupport

@testable import VGGWeights

/// A file in torch.save's format from before 1.6, with the pickle instructions of `object`.
///
/// - Parameter storages: The float32 values of each storage, by key, in order.
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

/// The offset of the object's instructions in a ``stream(_:storages:)``.
///
/// They are followed by their end and the empty list of keys.
let streamObjectStart = stream([]).count - 7

/// Returns the contents of a file with these bytes.
func directory(_ bytes: [UInt8]) throws -> TensorDirectory {
  try bytes.withUnsafeBytes { try WeightContainer($0, file: "f").directory(of: $0, file: "f") }
}
