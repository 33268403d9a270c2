import Testing
import VGGTestSupport

@testable import VGGEmitters

@Suite struct PackageFilesTests {
  /// For any model name, the package's files stay in its folder and do not overwrite each other.
  @Test(arguments: ["custom", "../../etc", "main", "Labels", "/", "..", "a/b", "네트워크", "\u{0}"])
  func pathsStayInside(_ name: String) throws {
    let yaml = #"name: "\#(name == "\u{0}" ? #"\0"# : name)""#
    let network = try graph(
      """
      \(yaml)
      input: [1, 8, 8]
      features: [4, M]
      classifier: {hidden: [], classes: 2}
      labels: [a, b]
      """)
    let files = emitPackage(NamedNetwork(network), .test, runtime: .path("/checkout"))
    #expect(files.count == 5)
    #expect(Set(files.map { $0.path.lowercased() }).count == files.count)
    for file in files {
      #expect(!file.path.hasPrefix("/") && !file.path.split(separator: "/").contains(".."))
      #expect(file.contents.hasSuffix("\n"))
    }
  }

  @Test(arguments: [
    (RuntimeDependency.path("/a/b/checkout"), "vggc"),
    (.url("https://example.com/someone/vggc.git", from: "1.0.0"), "vggc"),
    (.url("https://example.com/someone/my-fork/", from: "1.0.0"), "my-fork"),
  ])
  func packageName(_ dependency: RuntimeDependency, _ expected: String) {
    #expect(dependency.packageName == expected)
  }

  /// Pictures have one or three channels; a single stated value applies to all of them.
  @Test(arguments: [
    ("{mean: 0.5, std: [0.1, 0.2, 0.3]}", 3, "mean: [0.5, 0.5, 0.5], deviation: [0.1, 0.2, 0.3]"),
    ("{mean: 0.5}", 1, "mean: [0.5], deviation: [1.0]"),
    ("{mean: [1, 2], std: 2}", 2, "mean: [1.0, 2.0], deviation: [2.0, 2.0]"),
    ("{resize: 9}", 5, "resize: 9, mean: [0.0], deviation: [1.0]"),
    ("{mean: 0}", 1, "resize: .cover(height: 9, width: 9), mean: [0.0]"),
    ("{resize: [8, 12]}", 1, "resize: .size(height: 8, width: 12), mean: [0.0]"),
    ("{resize: none, interpolation: bilinear}", 1, "resize: .unchanged, mean: [0.0]"),
    ("{resize: 9, interpolation: bicubic}", 1, "resize: 9, interpolation: .bicubic, mean: [0.0]"),
    ("{interpolation: nearest}", 1, "width: 9), interpolation: .nearest, mean: [0.0]"),
  ])
  func preprocessing(_ preprocess: String, _ channels: Int, _ expected: String) throws {
    let network = try graph(
      """
      input: [\(channels), 8, 8]
      preprocess: \(preprocess)
      features: [4]
      classifier: {hidden: [], classes: 2}
      """)
    let text = imagePreprocessing(network).text
    #expect(text.contains(expected), "\(text)")
  }
}
