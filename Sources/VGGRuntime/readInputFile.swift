import VGGFiles

/// Returns the result of `make` for the bytes of the file at `path`.
///
/// - Throws: `InputError` that names the file: an error of `make`, or the reason why it cannot be read, which
///   may be that it is larger than `limit` bytes.
package func readInputFile<Result>(
  _ path: String, limit: Int, _ make: ([UInt8]) throws(InputError) -> Result
) throws(InputError) -> Result {
  let bytes: [UInt8]
  do {
    bytes = try BoundedFileReader(limit: limit).read(path)
  } catch {
    throw InputError(.unreadable, file: path, .unreadable(error.cause))
  }
  do {
    return try make(bytes)
  } catch {
    throw InputError(error.kind, file: path, error.fault)
  }
}
