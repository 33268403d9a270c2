extension UInt8 {
  /// Whether the language's keys may have it.
  package var isKeyByte: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || self == UInt8(ascii: "_")
  }
}
