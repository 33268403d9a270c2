import Foundation
import Testing
import VGGTestSupport

/// Checks that `VGGCompiler.md` lists the library's public types, so that none becomes public by accident.
@Suite struct PublicSymbolTests {
  /// The module's files, without the conditions around a trait's code and its indentation.
  private func sources() throws -> [[Substring]] {
    let folder = Checkout.file("Sources/VGGCompiler")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }
      .map { file in
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let lines = text.split(separator: "\n")
        return lines.contains("#if ONNX") ? lines.map { $0.dropFirst(2) } : lines
      }
  }

  @Test func thePageListsEveryPublicType() throws {
    var declared: Set<String> = []
    for lines in try sources() {
      // The declarations around a line, by their indentation.
      var outer: [String] = []
      for line in lines {
        guard
          let match = line.firstMatch(
            of: /^( *)(public )?(?:struct|enum|protocol|class|extension|typealias) ([\w.]+)/)
        else { continue }
        outer = outer.prefix(match.1.count / 2) + [String(match.3)]
        if match.2 != nil { declared.insert(outer.joined(separator: ".")) }
      }
    }
    let page = try Checkout.text("Sources/VGGCompiler/VGGCompiler.docc/VGGCompiler.md")
    let listed = page.matches(of: /- ``([\w\/]+)``/).map { String($0.1.replacing("/", with: ".")) }
    #expect(declared.isSuperset(of: ["Network.Layer.Kind", "UnwritableONNX"]))
    #expect(declared.sorted() == listed.sorted())
  }

  /// A set that may grow is a structure, because a further case of an enumeration breaks a caller's `switch`.
  @Test func enumerationsAreSetsThatDoNotGrow() throws {
    let names = try sources().joined().compactMap { line in
      line.firstMatch(of: /^ *public enum (\w+)/).map { String($0.1) }
    }
    #expect(names.sorted() == ["Severity", "Shape"])
  }
}
