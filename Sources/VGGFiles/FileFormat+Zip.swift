extension FileFormat {
  /// The signature of a local file header, with which archives begin.
  static let zipMark: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
  /// The signature of the end record, the only record of an empty archive.
  static let emptyZipMark: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
  private static let entryMark: [UInt8] = [0x50, 0x4b, 0x01, 0x02]

  /// The kind of a zip archive, by the names of its files.
  static func zipKind(_ bytes: UnsafeRawBufferPointer) -> Self {
    let names = zipNames(bytes)
    func has(_ ending: String) -> Bool { names.contains { $0.hasSuffix(ending) } }
    if has("/data.pkl") { return has("/constants.pkl") ? .torchScriptZip : .pyTorchZip }
    if has("model.weights.h5") { return .kerasZip }
    let arrays = names.filter { $0.hasSuffix(".npy") }
    return !arrays.isEmpty && arrays.count == names.count ? .numPyZip : .zip
  }

  /// The names in the list at the end, or, if that is missing, the first file's name.
  private static func zipNames(_ bytes: UnsafeRawBufferPointer) -> [String] {
    let listed = listedNames(bytes)
    return listed.isEmpty ? name(in: bytes, lengthAt: 26, nameAt: 30).map { [$0] } ?? [] : listed
  }

  private static let mostNames = 4096

  private static func listedNames(_ bytes: UnsafeRawBufferPointer) -> [String] {
    let last = bytes.count - 22
    guard last >= 0,
      let end = stride(from: last, through: max(0, last - 0xffff), by: -1).first(where: {
        bytes[$0...].starts(with: emptyZipMark)
      })
    else { return [] }
    let offset = bytes.loadUnaligned(fromByteOffset: end + 16, as: UInt32.self)
    var place = Int(UInt32(littleEndian: offset))
    var names: [String] = []
    while names.count < mostNames, place + 46 <= bytes.count,
      bytes[place...].starts(with: entryMark),
      let name = name(in: bytes, lengthAt: place + 28, nameAt: place + 46)
    {
      names.append(name)
      let lengths = [28, 30, 32].map {
        Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place + $0, as: UInt16.self)))
      }
      place += 46 + lengths.reduce(0, +)
    }
    return names
  }

  private static func name(
    in bytes: UnsafeRawBufferPointer, lengthAt place: Int, nameAt start: Int
  ) -> String? {
    guard place + 2 <= bytes.count else { return nil }
    let length = UInt16(
      littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
    guard start + Int(length) <= bytes.count else { return nil }
    return String(decoding: bytes[start..<start + Int(length)], as: UTF8.self)
  }
}
