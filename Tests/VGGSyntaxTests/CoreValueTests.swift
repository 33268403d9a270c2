import Testing
import VGGSyntax

@Suite struct CoreValueTests {
  static let table: [(String, CoreValue)] = [
    ("", .null), ("~", .null), ("null", .null), ("nULL", .string("nULL")),
    ("true", .bool(true)), ("False", .bool(false)), ("no", .string("no")), ("yes", .string("yes")),
    ("on", .string("on")), ("64", .int(64)), ("-7", .int(-7)), ("+7", .int(7)), ("007", .int(7)),
    ("0x40", .int(64)), ("0o17", .int(15)), ("0o18", .string("0o18")), ("0x", .string("0x")),
    ("0x+4", .string("0x+4")), ("1_000", .string("1_000")), ("12:30", .string("12:30")),
    ("9223372036854775807", .int(.max)), ("9223372036854775808", .integerOverflow),
    ("0xFFFFFFFFFFFFFFFFFF", .integerOverflow),
    ("5e-4", .float(5e-4)), ("0.5", .float(0.5)), (".5", .float(0.5)), ("5.", .float(5)),
    ("-1.5E+3", .float(-1500)), ("+1.5", .float(1.5)), (".", .string(".")), ("e5", .string("e5")),
    ("1e", .string("1e")), ("1.2.3", .string("1.2.3")), ("-", .string("-")), ("+", .string("+")),
    (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)), ("inf", .string("inf")),
    ("M", .string("M")), ("64x", .string("64x")), ("٦٤", .string("٦٤")),
  ]

  @Test(arguments: table)
  func plainScalar(text: String, value: CoreValue) {
    #expect(CoreValue(plain: text) == value)
  }

  @Test func notANumberIsAFloat() {
    guard case .float(let value) = CoreValue(plain: ".nan") else {
      Issue.record("not a float")
      return
    }
    #expect(value.isNaN)
  }
}
