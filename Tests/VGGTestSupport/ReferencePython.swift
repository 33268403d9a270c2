import Foundation

/// The Python whose packages check what vggc writes: `VGGC_PYTHON`, `.venv`, which `Scripts/test`
/// makes, or `python3`.
package enum ReferencePython {
  /// The first of them that has all `modules`.
  package static func with(_ modules: String...) -> String? { find(modules) }

  /// Whether a test that needs `modules` can run, or has to: in CI it fails where they are missing.
  package static func isExpected(of modules: String...) -> Bool {
    ProcessInfo.processInfo.environment["CI"] != nil || find(modules) != nil
  }

  private static func find(_ modules: [String]) -> String? {
    let stated = ProcessInfo.processInfo.environment["VGGC_PYTHON"].map { [$0] } ?? []
    let candidates = stated + [Checkout.file(".venv/bin/python").path, "python3"]
    return candidates.first { python in
      let attempt = try? Tool.run([python, "-c", "import \(modules.joined(separator: ", "))"])
      return attempt?.status == 0
    }
  }
}
