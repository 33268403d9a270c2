import Foundation
import Testing
import VGGTestSupport

/// Checks that imports point downwards, and within a wing only as ``Wing/modules`` allows.
@Suite struct ImportTests {
  @Test func everyModuleIsInOneWing() {
    let placed = Wing.allCases.flatMap(\.modules.keys)
    #expect(placed.sorted() == SourceTree.modules)
  }

  @Test(arguments: Wing.allCases) func importsAreAllowed(_ wing: Wing) {
    let below = Set(wing.foundations.flatMap(\.modules.keys))
    let own = Set(SourceTree.modules + ["VGGKernels"])
    for (module, neighbours) in wing.modules {
      for file in SourceTree.files where file.module == module {
        let refused = file.imports.intersection(own).subtracting(below).subtracting(neighbours)
        #expect(refused.isEmpty, "\(file.path) imports \(refused.sorted())")
      }
    }
  }

  /// Unused edges must be removed from the table.
  @Test(arguments: Wing.allCases) func allowedImportsAreUsed(_ wing: Wing) {
    for (module, neighbours) in wing.modules {
      let used = Set(SourceTree.files.filter { $0.module == module }.flatMap(\.imports))
      #expect(neighbours.isSubset(of: used), "\(module) imports no \(neighbours.subtracting(used))")
    }
  }

  @Test func onlyOneModuleKnowsTheKernels() {
    let importing = SourceTree.files.filter { $0.imports.contains("VGGKernels") }.map(\.module)
    #expect(Set(importing) == ["VGGCompute"])
  }
}
