import Testing

@testable import VGGEmitters

@Suite struct SwiftNamerTests {
  @Test(arguments: [
    ("custom", "Custom"), ("vgg16_bn", "VGG16BN"), ("VGG-16", "VGG16"), ("D", "D"),
    ("A-LRN", "ALRN"), ("vgg_cifar10", "VGGCIFAR10"), ("vggish", "Vggish"),
    ("my tiny net", "MyTinyNet"), ("myTinyNet", "MyTinyNet"), ("  odd--name  ", "OddName"),
    // An identifier may not start with a digit.
    ("11", "VGG11"), ("16-layers", "VGG16Layers"), ("２", "VGG2"),
    // Other scripts are transliterated to ASCII by the sounds in their letters' Unicode names.
    ("réseau", "Reseau"), ("re\u{301}seau", "Reseau"), ("Ångström", "Angstrom"),
    ("모델 2", "Model2"), ("кот", "Kaote"), ("α-net", "AlphaNet"),
    // Names that cannot be written in ASCII.
    ("", "Network"), ("網路", "Network"), ("🐈", "Network"), ("---", "Network"), ("\u{0}", "Network"),
    // Reserved names.
    ("type", "TypeNetwork"), ("self", "SelfNetwork"), ("float", "FloatNetwork"),
    ("linear", "LinearNetwork"), ("FeatureMap", "FeatureMapNetwork"), ("main", "MainNetwork"),
    ("vggruntime", "Vggruntime"), ("VGGRuntime", "VGGRuntimeNetwork"),
  ])
  func typeName(_ model: String, _ expected: String) {
    #expect(SwiftNamer.typeName(model) == expected)
  }

  /// For any name, the result is an ASCII identifier that begins with a capital letter.
  @Test func everyScalarGivesAnIdentifier() {
    for value in stride(from: UInt32(0), through: 0x2FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let name = SwiftNamer.typeName("\(scalar)")
      #expect(name.first?.isUppercase == true && name.utf8.count <= SwiftNamer.longestTypeName + 7)
      #expect(name.utf8.allSatisfy { isIdentifierByte($0) }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func longNamesAreCut() {
    let name = SwiftNamer.typeName(String(repeating: "abcdefghij", count: 1_000))
    #expect(name.count == SwiftNamer.longestTypeName)
  }

  @Test(arguments: [
    (["small", "SMALL", "large"], ["Small", "SMALL2", "Large"]),
    (["s", "S", "s2"], ["S", "S3", "S2"]), (["网", "---"], ["Network", "Network2"]),
  ])
  func modelsOfOneTypeNameAreNumbered(models: [String], expected: [String]) {
    #expect(SwiftNamer.typeNames(models) == expected)
  }

  @Test func repeatedNamesAreNumbered() {
    var namer = SwiftNamer()
    let names = ["prob", "prob", "prob_2", "prob"].map { namer.unique($0) }
    #expect(names == ["prob", "prob_2", "prob_2_2", "prob_3"])
  }

  private func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
