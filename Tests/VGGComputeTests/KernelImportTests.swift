import Foundation
import Testing
import VGGTestSupport

@Suite struct KernelImportTests {
  /// The kernels' header is imported by one module, so that a call of a kernel is written once.
  @Test func onlyThisModuleImportsTheKernels() throws {
    let files = try #require(
      FileManager.default.enumerator(
        at: Checkout.file("Sources"), includingPropertiesForKeys: nil))
    var importing: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.split(separator: "\n").contains(where: { $0.hasSuffix("import VGGKernels") })
      else { continue }
      let path = file.path.dropFirst(Checkout.file("Sources").path.count + 1)
      importing.insert(String(path.prefix { $0 != "/" }))
    }
    #expect(importing == ["VGGCompute"])
  }
}
