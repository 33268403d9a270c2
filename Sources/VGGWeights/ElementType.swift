/// The element types of safetensors files.
public enum ElementType: String, Hashable, Sendable, CaseIterable {
  /// A Boolean value, in one byte.
  case bool = "BOOL"
  /// 0 to 255.
  case uint8 = "U8"
  /// -128 to 127.
  case int8 = "I8"
  /// Floating point in one byte: 4 bits of exponent, 3 of mantissa.
  case float8E4M3 = "F8_E4M3"
  /// Floating point in one byte: 5 bits of exponent, 2 of mantissa.
  case float8E5M2 = "F8_E5M2"
  /// Floating point in one byte, like `float8E4M3`, but with a single zero and NaN, and without infinity.
  case float8E4M3FNUZ = "F8_E4M3FNUZ"
  /// Floating point in one byte, like `float8E5M2`, but with a single zero and NaN, and without infinity.
  case float8E5M2FNUZ = "F8_E5M2FNUZ"
  /// A power of two in one byte.
  case float8E8M0 = "F8_E8M0"
  /// An unsigned integer, in two bytes.
  case uint16 = "U16"
  /// A signed integer, in two bytes.
  case int16 = "I16"
  /// IEEE 754 half precision, in two bytes.
  case float16 = "F16"
  /// The upper half of a float32's bits: 8 of exponent, 7 of mantissa.
  case bfloat16 = "BF16"
  /// An unsigned integer, in four bytes.
  case uint32 = "U32"
  /// A signed integer, in four bytes.
  case int32 = "I32"
  /// IEEE 754 single precision, in four bytes.
  case float32 = "F32"
  /// An unsigned integer, in eight bytes.
  case uint64 = "U64"
  /// A signed integer, in eight bytes.
  case int64 = "I64"
  /// IEEE 754 double precision, in eight bytes.
  case float64 = "F64"
  /// A complex number of two float32, in eight bytes.
  case complex64 = "C64"

  /// The size of one element in bytes.
  public var byteCount: Int {
    switch self {
    case .bool, .uint8, .int8, .float8E4M3, .float8E5M2, .float8E4M3FNUZ, .float8E5M2FNUZ,
      .float8E8M0:
      1
    case .uint16, .int16, .float16, .bfloat16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64, .complex64: 8
    }
  }

  /// Whether weights may have this type; they are read as float32.
  public var isFloatingPoint: Bool {
    switch self {
    case .float16, .bfloat16, .float32, .float64: true
    case .bool, .uint8, .int8, .uint16, .int16, .uint32, .int32, .uint64, .int64, .float8E4M3,
      .float8E5M2, .float8E4M3FNUZ, .float8E5M2FNUZ, .float8E8M0, .complex64:
      false
    }
  }
}
