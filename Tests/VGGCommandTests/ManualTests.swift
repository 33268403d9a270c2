import Foundation
import Testing
import VGGTestSupport

/// The manual pages that Scripts/make-manual writes, judged by man-db.
@Suite struct ManualTests {
  /// The folder of this build's pages, written once.
  private static let folder = Result {
    let folder = try TemporaryFolder()
    let result = try Tool.run([
      Checkout.file("Scripts/make-manual").path, folder.path, try Checkout.products().path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    return folder
  }

  /// man-db's programs are expected where Scripts/test installs them.
  private static let hasManDB: Bool = {
    #if os(Linux)
      ProcessInfo.processInfo.environment["CI"] != nil
        || FileManager.default.isExecutableFile(atPath: "/usr/bin/lexgrog")
    #else
      false
    #endif
  }()

  /// A page as shown in a terminal of 120 columns.
  private func page(_ name: String) throws -> String {
    let file = "\(try Self.folder.get().path)/man/\(name).1"
    let result = try Tool.run(
      ["man", "--no-hyphenation", "--no-justification", "-l", file],
      environment: [
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MANWIDTH": "120",
      ])
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  private func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: Self.folder.get().url.appending(path: "man"), includingPropertiesForKeys: nil)
  }

  @Test func everyDisplayedCommandHasAPageWithDashes() throws {
    let pages = Set(try files().map(\.lastPathComponent))
    #expect(pages.isSuperset(of: ["vggc.1", "vggc-check.1", "vggc-weights-check.1", "vgg.1"]))
    for page in pages {
      let words = page.dropLast(".1".count).split(separator: "-", maxSplits: 1)
      #expect(["vggc", "vgg"].contains(words.first), "\(page)")
      #expect(!page.contains("emit-target"))
    }
    for tool in ["vggc", "vgg"] {
      let help = try TemporaryFolder().command.run(tool, ["--help"]).output
      let list = try #require(
        help.components(separatedBy: "SUBCOMMANDS:\n").last?.components(separatedBy: "\n\n").first)
      for line in list.split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") {
        let command = try #require(line.split(separator: " ").first)
        #expect(pages.contains("\(tool)-\(command).1"), "\(command)")
      }
    }
  }

  /// The page names the instruction sets of all processors, not of the one that it is written on.
  @Test func instructionSetsAreThoseOfAllProcessors() throws {
    let file = try Self.folder.get().url.appending(path: "man/vgg-bench.1")
    let page = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(
      page.contains("Values: \\fBportable\\fR, \\fBneon\\fR, \\fBavx2\\fR, \\fBavx512\\fR."),
      "\(page)")
  }

  /// lexgrog reads a page's name and description as the index of whatis and apropos does.
  @Test(.enabled(if: hasManDB)) func everyPageHasItsWhatisEntry() throws {
    for file in try files() {
      let name = file.deletingPathExtension().lastPathComponent
      let entry = try Tool.run(["lexgrog", file.path])
      #expect(entry.status == 0)
      #expect(entry.output.contains(": \"\(name) - "), "\(entry.output)")
    }
  }

  @Test(.enabled(if: hasManDB)) func noPageHasAWarning() throws {
    for file in try files() {
      let result = try Tool.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", file.path],
        environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"])
      #expect(result.status == 0)
      #expect(result.errors == "", "\(file.lastPathComponent)")
    }
  }

  @Test(.enabled(if: hasManDB)) func optionsHaveTheirValues() throws {
    let text = try page("vggc-check")
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Values: text, json, sarif, github. Default: text."))
    #expect(text.contains("\n           vggc check --fix --dry-run Configs/custom.yaml\n"))
    #expect(text.contains("\nEXIT STATUS\n       0 no errors"))
    #expect(text.contains("\nSEE ALSO\n       vggc(1)\n"))
  }
}
