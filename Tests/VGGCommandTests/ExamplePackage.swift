import Foundation
import Testing
import VGGTestSupport

/// A copy of Examples/PhotoClassifier that a test builds and changes.
struct ExamplePackage {
  let folder: TemporaryFolder
  /// The build folder, next to this build's products, kept for the next run.
  let scratch: URL
  private let environment: [String: String]

  /// The exit status of swift, and everything that it printed.
  struct Outcome {
    let status: Int32
    let output: String

    /// The lines with warnings.
    var warnings: [Substring] {
      output.split(separator: "\n").filter { $0.contains("warning:") }
    }
  }

  static let sources = "Sources/PhotoClassifier"

  /// - Parameters:
  ///   - dependency: The folder of the vggc package that the example depends on.
  ///   - environment: Variables to add to this process's environment.
  init(dependency: URL, scratch: String, environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    self.scratch = try Checkout.products().appending(path: scratch)
    self.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let example = Checkout.file("Examples/PhotoClassifier")
    let manifest = try String(contentsOf: example.appending(path: "Package.swift"), encoding: .utf8)
    #expect(manifest.contains(#"path: "../..""#))
    try folder.write(
      manifest.replacingOccurrences(of: #""../..""#, with: #""\#(dependency.path)""#),
      to: "Package.swift")
    try FileManager.default.copyItem(
      at: example.appending(path: "Sources"), to: folder.url.appending(path: "Sources"))
  }

  /// A path inside the target, from the package's folder.
  func source(_ name: String) -> String { "\(Self.sources)/\(name)" }

  /// Builds the package.
  func build() throws -> Outcome {
    try swift("build")
  }

  /// Runs `swift package` with `words`.
  func package(_ words: String...) throws -> Outcome {
    try swift("package", words)
  }

  private func swift(_ command: String, _ words: [String] = []) throws -> Outcome {
    let result = try Tool.run(
      [
        "swift", command, "--disable-index-store", "--scratch-path", scratch.path, "--package-path",
        folder.path,
      ] + words,
      environment: environment)
    return Outcome(status: result.status, output: result.output + result.errors)
  }

  /// The built executable.
  var program: String { scratch.appending(path: "debug/PhotoClassifier").path }

  /// The Swift files that the plugin has made, by name. The kept folder also has those of earlier copies, each under
  /// the name of its package's folder.
  func generated() throws -> [String: URL] {
    let outputs = scratch.appending(
      path: "plugins/outputs/\(folder.url.lastPathComponent.lowercased())")
    let files = FileManager.default.enumerator(at: outputs, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    return Dictionary(
      (files ?? []).map { ($0.lastPathComponent, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text and the modification date of a Swift file that the plugin has made.
  func generated(_ name: String) throws -> (text: String, changed: Date) {
    let file = try #require(try generated()[name])
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    return (
      try String(contentsOf: file, encoding: .utf8),
      try #require(attributes[.modificationDate] as? Date)
    )
  }

  /// Compares the output of the built program with that of `vgg predict`.
  func expectClassification() throws {
    try folder.write(
      littleEndian((0..<3 * 32 * 32).map { Float($0 * 37 % 101) / 50 - 1 }), to: "image.f32")
    let configuration = source("photos.vgg.yaml")
    let command = folder.command
    let made = try command.run(
      "weights", "init", configuration, "--seed", "7", "-o", "w.safetensors")
    #expect(made.status == 0, "\(made.errors)")
    let result = try Tool.run([program, "w.safetensors", "image.f32"], in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let predicted = try command.vgg(
      "predict", configuration, "--weights", "w.safetensors", "--format", "json", "image.f32")
    #expect(predicted.status == 0, "\(predicted.errors)")
    let answer = try PrintedClassification(json: result.output)
    let expected = try PrintedClassification(json: predicted.output)
    #expect(answer.logits.count == 4 && expected.logits.count == 4)
    for (logit, other) in zip(answer.logits, expected.logits) { #expect(abs(logit - other) < 1e-5) }
    #expect(answer.top.first?.label != nil)
  }
}
