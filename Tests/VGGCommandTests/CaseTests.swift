import Foundation
import Testing
import VGGTestSupport

/// What people really bring, and what they are told: `Tests/Cases` has a folder for each case, with its files and a page.
///
/// The commands of the page's console blocks run one after the other in a copy of the folder. What they print, and a
/// status that is not 0, stands after them in the page; `VGGC_RECORD=1 swift test --filter CaseTests` writes it there.
@Suite struct CaseTests {
  private static let cases =
    ((try? FileManager.default.contentsOfDirectory(atPath: Checkout.file("Tests/Cases").path)) ?? [])
    .filter { $0 != "README.md" }.sorted()

  @Test(arguments: cases) func isAnsweredAsWritten(_ name: String) throws {
    let page = "Tests/Cases/\(name)/README.md"
    let folder = try TemporaryFolder()
    let inputs = Checkout.file("Tests/Cases/\(name)")
    for file in try FileManager.default.contentsOfDirectory(atPath: inputs.path)
    where file != "README.md" {
      try FileManager.default.copyItem(
        at: inputs.appending(path: file), to: folder.url.appending(path: file))
    }
    var lines: [String] = []
    for line in try Checkout.text(page).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    {
      let isInBlock = lines.lastIndex { $0.hasPrefix("```") }.map { lines[$0] == "```console" }
      switch (isInBlock == true, line.hasPrefix("$ ")) {
      case (true, true):
        lines.append(line)
        lines += try answer(to: String(line.dropFirst(2)), in: folder)
      case (true, false) where line != "```": break
      case (true, false), (false, _): lines.append(line)
      }
    }
    try expectRecorded(lines.joined(separator: "\n"), page)
  }

  private func answer(to command: String, in folder: TemporaryFolder) throws -> [String] {
    let result = try folder.command.shell("exec 2>&1\nexport COLUMNS=80\n\(command)")
    var lines = result.output.replacing(folder.path, with: "…").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return result.status == 0 ? lines : lines + ["[status \(result.status)]"]
  }
}
