import Testing
import VGGDiagnostics
import VGGFindings
import VGGSpec
import VGGTestSupport

@testable import VGGCompilation

/// Checks that `Docs/Language.md` is true.
@Suite struct LanguageReferenceTests {
  /// A fenced block of the page, with the line (from 1) on which it starts.
  struct Block: Sendable, CustomTestStringConvertible {
    let line: Int
    let info: String
    var text = ""

    var testDescription: String { "line \(line)" }
  }

  private static func blocks() throws -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    let lines = try Checkout.text("Docs/Language.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Block(line: index + 1, info: String(line.dropFirst(3)))) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    return blocks
  }

  /// Blocks marked `yaml fails` show errors; all other YAML compiles without even a warning.
  @Test func everyExampleIsWhatItSays() throws {
    let blocks = try Self.blocks().filter { $0.info.hasPrefix("yaml") }
    #expect(blocks.count > 10)
    for block in blocks {
      let file = SourceFile(name: "Language.md:\(block.line)", text: block.text)
      let compilation = try CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
        .compile(file)
      let messages = compilation.diagnostics.map(\.message)
      #expect(messages.isEmpty == (block.info == "yaml"), "line \(block.line): \(messages)")
    }
  }

  /// The examples without errors have every key and every entry of the language.
  @Test func everyPartHasAnExample() throws {
    var examples = LanguageExamples()
    for block in try Self.blocks() where block.info == "yaml" { examples.add(block.text) }
    let missing = LanguageExamples.all.subtracting(examples.parts).sorted()
    #expect(missing.isEmpty)
    #expect(LanguageExamples.all.count > 100)
  }

  /// The page's two forms of one classifier have equal layers.
  @Test func theClassifiersTwoFormsAreOneNetwork() throws {
    let forms = try Self.blocks().filter { $0.text.contains("features: [64, M, 128, M, 256, M]") }
    try #require(forms.count == 2)
    let layers = try forms.map { block in
      try CompilerPipeline(reader: ConfigurationFinder.sourceReader { _ in })
        .compile(SourceFile(name: "form.yaml", text: block.text)).graphs
        .flatMap(\.layers).map { "\($0.name) \($0.kind)" }
    }
    #expect(!layers[0].isEmpty)
    #expect(layers[0] == layers[1])
  }

  @Test(arguments: ModelKey.allCases.map(\.rawValue))
  func everyKeyHasASection(key: String) throws {
    #expect(try Checkout.text("Docs/Language.md").contains("\n### \(key)\n"))
  }

  @Test func everyPartIsNamed() throws {
    let text = try Checkout.text("Docs/Language.md")
    let parts =
      InputKey.allCases.map(\.rawValue) + ConvolutionKey.allCases.map(\.rawValue)
      + MaxPoolKey.allCases.map(\.rawValue) + AveragePoolKey.allCases.map(\.rawValue)
      + LocalResponseNormKey.allCases.map(\.rawValue) + DropoutKey.allCases.map(\.rawValue)
      + ClassifierKey.allCases.map(\.rawValue) + ClassifierElementKey.allCases.map(\.rawValue)
      + LinearKey.allCases.map(\.rawValue) + PreprocessKey.allCases.map(\.rawValue)
      + AugmentKey.allCases.map(\.rawValue) + RandomCropKey.allCases.map(\.rawValue)
      + TrainingKey.allCases.map(\.rawValue) + ScheduleKey.allCases.map(\.rawValue)
      + LimitKey.allCases.map(\.rawValue)
    for part in parts {
      let spellings = ["`\(part)`", "`\(part):", "{\(part):", ", \(part):"]
      #expect(spellings.contains { text.contains($0) }, "\(part)")
    }
  }

  @Test func theBoundsAreTheCodes() throws {
    let rows = try Checkout.text("Docs/Language.md").split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
    func row(_ start: String) -> String? {
      rows.first { $0.hasPrefix("| \(start)") }.map(String.init)
    }
    func range(_ bounds: ClosedRange<Int>) -> String {
      "\(grouped(bounds.lowerBound)) to \(grouped(bounds.upperBound))"
    }
    #expect(row("file |")?.contains("\(SourceFile.maximumSize >> 20) MiB") == true)
    #expect(row("channels, classes")?.contains(range(LanguageBounds.channels)) == true)
    #expect(row("height and width of images")?.contains(range(LanguageBounds.imageSide)) == true)
    #expect(row("kernel, stride")?.contains(range(LanguageBounds.kernel)) == true)
    #expect(LanguageBounds.stride == LanguageBounds.kernel)
    #expect(row("padding")?.contains(range(LanguageBounds.padding)) == true)
    #expect(row("entries of")?.contains(grouped(LanguageBounds.elementCount)) == true)
    #expect(row("configurations that")?.contains(" \(LanguageBounds.inheritanceDepth) ") == true)
    #expect(row("every count")?.contains(grouped(.max)) == true)
  }
}
