import Foundation

/// The Python whose packages check vggc's output: `VGGC_PYTHON`, `.venv` (which `Scripts/test`
/// creates), or `python3`.
package enum ReferencePython {
  /// The first of these that has all `modules`.
  package static func with(_ modules: String...) -> String? { find(modules) }

  /// Whether a test that needs `modules` can run, or has to run: in CI it fails if they are
  /// missing.
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
