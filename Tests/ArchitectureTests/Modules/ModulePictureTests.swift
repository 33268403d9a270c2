import Testing
import VGGTestSupport

/// The picture of Docs/Architecture.md, which is made from the same table as the checks of ``ImportTests``.
@Suite struct ModulePictureTests {
  @Test func thePictureIsCurrent() throws {
    try expectRecorded(
      ModulePicture().svg(
        comment:
          "Generated from Tests/ArchitectureTests/Modules/ModuleGroup.swift by ModulePictureTests."),
      "Docs/pictures/modules.svg")
  }

  /// The arrows leave out imports that follow from others, so the foundations of a group must contain those of its
  /// foundations.
  @Test(arguments: ModuleGroup.allCases) func theArrowsLeadToAllFoundations(_ group: ModuleGroup) {
    #expect(ModuleGroup.order.reachable(from: group) == group.foundations)
  }

  @Test func directImportsLeaveOutThoseThatFollow() {
    let imports: [String: Set<String>] = [
      "a": ["b", "c", "d", "elsewhere"], "b": ["c"], "d": ["c"],
    ]
    let order = ImportOrder(["a", "b", "c", "d"]) { imports[$0, default: []] }
    #expect(order.direct(of: "a") == ["b", "d"])
    #expect(order.importers(of: "c") == ["b", "d"])
    #expect(order.levels == [["a"], ["b", "d"], ["c"]])
  }

  /// Each module's group in the page's table is that of the picture.
  @Test func theTableHasTheSameGroups() throws {
    let rows = try Checkout.text("Docs/Architecture.md").split(separator: "\n")
    for group in ModuleGroup.allCases {
      for module in group.modules.keys {
        let row = rows.first { $0.contains(/^\| `/) && $0.hasPrefix("| `\(module)`") }
        let cells = try #require(row, "\(module)").split(separator: "|")
        #expect(cells[1].contains(group.title), "\(module)")
      }
    }
  }
}
