/// Reads the format of torch.save since PyTorch 1.6: a zip archive with the pickle as
/// `NAME/data.pkl` and each storage's elements as `NAME/data/KEY`.
enum PyTorchArchive {
  /// The tensors of `file`, which has the content `bytes`.
  static func directory(
    _ bytes: UnsafeRawBufferPointer, file: String
  ) throws(WeightError) -> TensorDirectory {
    let archive = try ZipArchive(bytes, file: file)
    let (folder, pickle) = try pickle(in: archive, file: file)
    if let order = archive["\(folder)/byteorder"],
      !bytes[order.bytes].elementsEqual("little".utf8)
    {
      throw WeightError(
        .malformed, file: file, offset: order.bytes.lowerBound,
        "the numbers must be in little-endian byte order; save the file again on another machine")
    }
    var machine = PickleMachine(bytes, in: pickle.bytes, file: file)
    let root = try machine.run()
    let storages = try StorageTable(machine.heap.storages, file: file) {
      (storage) throws(WeightError) in
      let name = "\(folder)/data/\(storage.key)"
      guard let entry = archive[name] else {
        throw machine.cursor.failure(
          "the pickle asks for \(quoted(name)), which is not in the zip", at: storage.place)
      }
      return entry.bytes
    }
    return try StateDictionary(root, in: machine.heap, at: machine.cursor).directory(
      storages, fileSize: bytes.count)
  }

  /// The only file called `data.pkl`, and the folder that contains it.
  private static func pickle(
    in archive: ZipArchive, file: String
  ) throws(WeightError) -> (folder: String, entry: ZipEntry) {
    let suffix = "/data.pkl".utf8
    let found = archive.entries.compactMap { entry -> (folder: String, entry: ZipEntry)? in
      guard entry.name.utf8.suffix(suffix.count).elementsEqual(suffix) else { return nil }
      let folder = entry.name.utf8.dropLast(suffix.count)
      guard !folder.contains(UInt8(ascii: "/")) else { return nil }
      return (String(decoding: folder, as: UTF8.self), entry)
    }
    guard let first = found.first, found.count == 1 else {
      throw WeightError(
        .malformed, file: file,
        "the zip must have one folder with data.pkl, but has \(found.isEmpty ? "none" : "several"): "
          + "torch.save did not write this file")
    }
    return first
  }
}
