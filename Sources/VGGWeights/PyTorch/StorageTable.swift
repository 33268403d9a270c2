/// The locations in the file of the storages that a pickle names.
struct StorageTable {
  /// The range of each storage of the pickle, in bytes from the file's start.
  let ranges: [Range<Int>]

  /// - Parameter whole: returns the location of the whole storage with a storage's key.
  /// - Throws: `WeightError` if a storage is used with another type or count than in the file, and
  ///   any error of `whole`.
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
          "storage \(quoted(storage.key)) should have \(storage.wholeCount) elements of "
            + "\(storage.type.rawValue), but the file has \(bytes.count) bytes for it")
      }
      let start = bytes.lowerBound + storage.elements.lowerBound * size
      ranges.append(start..<start + storage.elements.count * size)
    }
    self.ranges = ranges
  }
}
