import Foundation
import Testing
import VGGTestSupport

/// Checks that imports point downwards, and within a group only as ``ModuleGroup/modules`` allows.
@Suite struct ImportTests {
  @Test func everyModuleIsInOneGroup() {
    let placed = ModuleGroup.allCases.flatMap(\.modules.keys)
    #expect(placed.sorted() == SourceTree.modules)
  }

  @Test(arguments: ModuleGroup.allCases) func importsAreAllowed(_ group: ModuleGroup) {
    let below = Set(group.foundations.flatMap(\.modules.keys))
    let own = Set(SourceTree.modules + ["VGGKernels"])
    for (module, neighbours) in group.modules {
      for file in SourceTree.files where file.module == module {
        let refused = file.imports.intersection(own).subtracting(below).subtracting(neighbours)
        #expect(refused.isEmpty, "\(file.path) imports \(refused.sorted())")
      }
    }
  }

  /// Unused edges must be removed from the table.
  @Test(arguments: ModuleGroup.allCases) func allowedImportsAreUsed(_ group: ModuleGroup) {
    for (module, neighbours) in group.modules {
      let used = Set(SourceTree.files.filter { $0.module == module }.flatMap(\.imports))
      #expect(neighbours.isSubset(of: used), "\(module) imports no \(neighbours.subtracting(used))")
    }
  }

  @Test func onlyOneModuleKnowsTheKernels() {
    let importing = SourceTree.files.filter { $0.imports.contains("VGGKernels") }.map(\.module)
    #expect(Set(importing) == ["VGGCompute"])
  }
}
