/// Where the storages that a pickle names lie in the file.
struct StorageTable {
  /// Of each storage of the pickle, in bytes from the file's start.
  let ranges: [Range<Int>]

  /// - Parameter whole: where the storage that has a storage's key lies.
  /// - Throws: `WeightError` when a storage is used with another type or count than the file has it
  ///   with, and what `whole` throws.
  init(
    _ storages: [PickledStorage], file: String,
    whole: (PickledStorage) throws(WeightError) -> Range<Int>
  ) throws(WeightError) {
    var ranges: [Range<Int>] = []
    for storage in storages {
      let bytes = try whole(storage)
      let size = storage.type.byteCount
      let (needed, overflow) = storage.wholeCount.multipliedReportingOverflow(by: size)
      guard !overflow, needed == bytes.count else {
        throw WeightError(
          .malformed, file: file, offset: storage.place,
          "storage \(quoted(storage.key)) is said to have \(storage.wholeCount) elements of "
            + "\(storage.type.rawValue), but the file has \(bytes.count) bytes of it")
      }
      let start = bytes.lowerBound + storage.elements.lowerBound * size
      ranges.append(start..<start + storage.elements.count * size)
    }
    self.ranges = ranges
  }
}
