import Foundation
import Testing
import VGGTestSupport

/// Inputs from real users, and the answers to them: `Tests/Cases` has a folder for each case, with its files and a page.
///
/// The commands of the page's console blocks run one after the other in a copy of the folder. The page has their output
/// after them, and their status if it is not 0; `VGGC_RECORD=1 swift test --filter CaseTests` records both.
@Suite struct CaseTests {
  private static let root = Checkout.file("Tests/Cases")
  /// The files that cases share, next to their folders: `../photo.sh`.
  private static let shared = ["photo.sh"]
  private static let cases =
    ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [])
    .filter { $0 != "README.md" && !shared.contains($0) }.sorted()

  @Test(arguments: cases) func isAnsweredAsWritten(_ name: String) throws {
    let page = "Tests/Cases/\(name)/README.md"
    let folder = try TemporaryFolder()
    for entry in Self.shared + [name] {
      try FileManager.default.copyItem(
        at: Self.root.appending(path: entry), to: folder.url.appending(path: entry))
    }
    let place = folder.url.appending(path: name)
    try FileManager.default.removeItem(at: place.appending(path: "README.md"))
    let command = BuiltCommand(folder: place, keeping: folder)
    var lines: [String] = []
    var isConsole = false
    for line in try Checkout.text(page).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    {
      let isCommand = line.hasPrefix("$ ")
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, !isCommand {
        continue
      }
      lines.append(line)
      if isConsole, isCommand { lines += try answer(to: String(line.dropFirst(2)), by: command) }
    }
    try expectRecorded(lines.joined(separator: "\n"), page)
  }

  private func answer(to line: String, by command: BuiltCommand) throws -> [String] {
    let result = try command.shell("exec 2>&1\nexport COLUMNS=80\n\(line)")
    var lines = result.output.replacing(command.folder.path, with: "…").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return result.status == 0 ? lines : lines + ["[status \(result.status)]"]
  }
}
