import Testing
import VGGTestSupport

@testable import VGGWeights

@Suite struct SafetensorsHeaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let header: String
    let data: Int
    let message: String

    var testDescription: String { message }

    init(_ header: String, data: Int = 8, _ message: String) {
      self.header = header
      self.data = data
      self.message = message
    }
  }

  private static let nested = String(repeating: "[", count: 100_000)

  /// Keys of a tensor that the format does not have, and null metadata, are ignored.
  @Test(arguments: [
    #"{"a":{"dtype":"F32","x":{"y":[1,-2.5e3,null,true,{}],"z":"]"},"shape":[2],"data_offsets":[0,8]}}"#,
    #"{"__metadata__":null,"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F8_E4M3FNUZ","shape":[8],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F8_E5M2FNUZ","shape":[8],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F8_E8M0","shape":[8],"data_offsets":[0,8]}}"#,
  ])
  func takesWhatTheFormatsLibraryTakes(_ text: String) throws {
    #expect(try parse(safetensors(text, [1, 2])).entries.map(\.tensor.name) == ["a"])
  }

  @Test(arguments: [
    // JSON
    Case("[]", "byte 8: the header must start with '{': this is not a safetensors file"),
    Case(" {}", "byte 8: the header must start with '{': this is not a safetensors file"),
    Case("{ ", "byte 10: expected '\"', but the header ends"),
    Case("{}}", "byte 10: the header continues after its closing '}'"),
    Case("{}\0", "byte 10: the header continues after its closing '}'"),
    Case(#"{"a"}"#, "byte 12: expected ':', found '}'"),
    Case(#"{"a":1}"#, "byte 13: expected '{', found '1'"),
    Case(#"{"a":{},}"#, "byte 9: tensor 'a': 'dtype' is missing"),
    Case(#"{"a"# + "\n\":{}}", "byte 11: a control character must be escaped"),
    Case(#"{"a\x":{}}"#, "byte 11: invalid JSON escape"),
    Case(#"{"a\ud800":{}}"#, "byte 11: half a surrogate pair"),
    Case(#"{"a\ud800\u0041":{}}"#, "byte 11: half a surrogate pair"),
    Case(#"{"a\u00g0":{}}"#, "byte 15: expected four hexadecimal digits"),
    Case(#"{"a"#, "byte 9: the string is unterminated"),
    Case(#"{"a\"#, "byte 11: the string is unterminated"),
    // entries
    Case(#"{"a":{"dtype":"F32","shape":[2]}}"#, "byte 9: tensor 'a': 'data_offsets' is missing"),
    Case(
      #"{"a":{"dtype":"F32","data_offsets":[0,8]}}"#, "byte 9: tensor 'a': 'shape' is missing"),
    Case(
      #"{"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}"#,
      "byte 9: tensor 'a': unknown type 'F31'"),
    Case(#"{"a":{"dtype":"F32","dtype":"F32"}}"#, "byte 28: 'dtype' appears twice"),
    Case(#"{"a":{"type":"F32"}}"#, "byte 9: tensor 'a': 'dtype' is missing"),
    Case(#"{"a":{"x":nul}}"#, "byte 18: expected a value"),
    Case(#"{"a":{"x":1.}}"#, "byte 18: expected a value"),
    Case(#"{"a":{"x":[1,]}}"#, "byte 21: expected a value"),
    Case(#"{"a":{"x":\#(nested)}}"#, "byte 82: lists and objects are nested too deeply"),
    Case(#"{"__metadata__":nil}"#, "byte 24: expected a value"),
    Case(
      #"{"a":\#(entry([2], 0, 8)),"a":\#(entry([0], 8, 8))}"#, "byte 62: tensor 'a' appears twice"),
    Case(
      #"{"\u0061":\#(entry([2], 0, 8)),"a":\#(entry([0], 8, 8))}"#,
      "byte 67: tensor 'a' appears twice"),
    Case(
      #"{"__metadata__":{"a":"b"},"__metadata__":{}}"#, "byte 34: '__metadata__' appears twice"),
    Case(#"{"__metadata__":{},"__metadata__":{}}"#, "byte 27: '__metadata__' appears twice"),
    Case(#"{"__metadata__":{"a":1}}"#, "byte 29: expected '\"', found '1'"),
    Case(#"{"__metadata__":{"a":"1","a":"2"}}"#, "byte 33: metadata 'a' appears twice"),
    // numbers
    Case(#"{"a":{"shape":[-1]}}"#, "byte 23: a negative number is not allowed here"),
    Case(
      #"{"a":{"shape":[1.5]}}"#,
      "byte 23: expected a whole number, but it has a fraction or an exponent"),
    Case(
      #"{"a":{"shape":[1e3]}}"#,
      "byte 23: expected a whole number, but it has a fraction or an exponent"),
    Case(#"{"a":{"shape":[01]}}"#, "byte 23: a number cannot start with 0"),
    Case(#"{"a":{"shape":[9223372036854775808]}}"#, "byte 23: the number does not fit in 64 bits"),
    Case(#"{"a":{"shape":["1"]}}"#, "byte 23: expected a whole number, found '\"'"),
    Case(#"{"a":{"shape":[1,]}}"#, "byte 25: expected a whole number, found ']'"),
    Case(#"{"a":{"shape":[1 2]}}"#, "byte 25: expected ']', found '2'"),
    Case(
      #"{"a":\#(entry([4_294_967_296, 4_294_967_296], 0, 8))}"#,
      "byte 9: tensor 'a': its shape 4294967296 x 4294967296 does not fit in 64 bits"),
    Case(
      #"{"a":\#(entry([.max], 0, 8))}"#,
      "byte 9: tensor 'a': its shape 9223372036854775807 does not fit in 64 bits"),
    // layout
    Case(
      #"{"a":\#(entry([2], 8, 0))}"#,
      "byte 9: tensor 'a': 'data_offsets' must be the start and the end of its bytes, but is [8, 0]"
    ),
    Case(
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}"#,
      "byte 9: tensor 'a': 'data_offsets' must be the start and the end of its bytes, but is [0]"),
    Case(
      #"{"a":\#(entry([3], 0, 12))}"#,
      "byte 9: tensor 'a': its data ends at byte 12, but the file has 8 bytes of data: "
        + "the file is cut short, or the header is wrong"),
    Case(
      #"{"a":\#(entry([3], 0, 8))}"#,
      "byte 9: tensor 'a': 3 of F32 take 12 bytes, but 'data_offsets' cover 8"),
    Case(
      #"{"a":\#(entry([2], 0, 8)),"b":\#(entry([1], 4, 8))}"#,
      "byte 62: tensors 'a' and 'b' overlap in the file"),
    Case(
      #"{"a":\#(entry([1], 4, 8))}"#, "byte 9: 4 bytes before tensor 'a' belong to no tensor"),
    Case(
      #"{"a":\#(entry([1], 0, 4))}"#, "byte 66: the last 4 bytes of the file belong to no tensor"),
  ])
  func refuses(_ testCase: Case) {
    let bytes =
      littleEndian(UInt64(testCase.header.utf8.count)) + Array(testCase.header.utf8)
      + [UInt8](repeating: 0, count: testCase.data)
    let error = #expect(throws: WeightError.self) { try parse(bytes) }
    #expect(error?.description == "f: " + testCase.message)
    #expect(error?.kind == .malformed)
  }

  @Test(arguments: [
    (
      [],
      "f: byte 0: a safetensors file starts with 8 bytes for its header's length, but this file has 0"
    ),
    (
      [UInt8](repeating: 0, count: 7),
      "f: byte 0: a safetensors file starts with 8 bytes for its header's length, but this file has 7"
    ),
    ([UInt8](repeating: 0, count: 8), "f: byte 0: the header's length is 0 bytes: too short"),
    (
      [UInt8](repeating: 255, count: 64),
      "f: byte 0: the header's length, 18446744073709551615 bytes, is over the format's limit of "
        + "100000000: this is not a safetensors file"
    ),
    (
      [9, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d],
      "f: byte 0: the header's length is 9 bytes, but only 2 follow: the file is cut short"
    ),
  ])
  func refusesWrongLengths(bytes: [UInt8], message: String) {
    let error = #expect(throws: WeightError.self) { try parse(bytes) }
    #expect(error?.description == message)
  }

  @Test func refusesNamesThatAreNoText() {
    let header: [UInt8] = Array("{\"a".utf8) + [0xff] + Array("\":{}}".utf8)
    let error = #expect(throws: WeightError.self) {
      try parse(littleEndian(UInt64(header.count)) + header)
    }
    #expect(error?.description == "f: byte 10: the string is not valid UTF-8")
  }

  @Test func readsNamesWithEscapes() throws {
    let text = #"{"\"\\\/\b\f\n\r\té\u00e9\ud83c\uddfa":\#(entry([0], 0, 0))}   "#
    let header = try parse(safetensors(text, []))
    #expect(header.entries.map(\.tensor.name) == ["\"\\/\u{8}\u{c}\n\r\téé🇺"])
  }

  @Test func takesTensorsInAnyOrder() throws {
    let text =
      #"{"b":\#(entry([1], 4, 8)), "none":\#(entry([0, 7], 4, 4)), "a":\#(entry([1], 0, 4))}"#
    let header = try parse(safetensors(text, [1, 2]))
    #expect(header.entries.map(\.tensor.name) == ["b", "none", "a"])
  }

  private func parse(_ bytes: [UInt8]) throws -> SafetensorsHeader {
    try bytes.withUnsafeBytes { try SafetensorsHeader($0, file: "f") }
  }
}
