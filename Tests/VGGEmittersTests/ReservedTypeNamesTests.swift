import Foundation
import Testing
import VGGTestSupport

@testable import VGGEmitters

/// A generated type does not hide any of the names that `VGGRuntime` exports.
@Suite struct ReservedTypeNamesTests {
  /// `VGGRuntime` exports the other two modules.
  @Test func everyPublicTypeOfTheRuntimeIsReserved() throws {
    let root = Checkout.file("Sources")
    let files = try ["VGGRuntime", "VGGWeights", "VGGPhotoFit"].flatMap { module in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: module).path)
        .filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }.map { "\(module)/\($0)" }
    }
    var found: Set<String> = []
    let declaration =
      /(?m)^public (?:struct|enum|protocol|actor|(?:final )?class|typealias) (\w+)/
    for file in files {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      for match in text.matches(of: declaration) {
        found.insert(String(match.1))
      }
    }
    #expect(found.isSuperset(of: ["FeatureMap", "Conv3x3", "WeightSource"]))
    #expect(found.subtracting(reservedTypeNames) == [])
  }

  /// A generated package with the name of one of this package's modules would clash with it.
  @Test func everyModuleIsReserved() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: Checkout.file("Sources").path)
      .filter { $0.first?.isUppercase == true }
    #expect(modules.contains("VGGFiles"))
    #expect(Set(modules).subtracting(reservedTypeNames) == [])
  }
}
