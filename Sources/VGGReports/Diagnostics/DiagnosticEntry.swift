import VGGDiagnostics
import VGGFindings

/// What is to be said of one diagnostic beyond its message: why it is reported, and what to do.
///
/// `vggc explain ID` prints it, and `Docs/Diagnostics.md` holds all of them. `meaning` and `repair`
/// are prose with names of the language in backquotes; a blank line parts paragraphs.
package struct DiagnosticEntry: Sendable {
  package let id: DiagnosticID
  /// One line, without a full stop.
  package let title: String
  /// Why it is reported, and what would go wrong otherwise.
  package let meaning: String
  package let repair: String
  /// A whole configuration that gives this diagnostic and no other: `Configs/mistakes/ID.yaml`.
  ///
  /// That of `weights-mismatch` is sound by itself, and gives the diagnostic with weights saved
  /// from `repaired`.
  package let example: String
  /// The same configuration, mended.
  package let repaired: String

  /// The example's name in `Configs/mistakes`: `linear-input-mismatch.yaml`.
  package var fileName: String { "\(id.rawValue).yaml" }

  /// The command that gives the diagnostic in that folder.
  package var command: String {
    switch id {
    case .weightsMismatch: "vggc check --weights old.safetensors \(fileName)"
    case .dataMismatch: "vgg train \(fileName) --data photos -o run"
    default: "vggc check \(fileName)"
    }
  }
}

extension DiagnosticEntry: CustomStringConvertible {
  package var description: String { id.rawValue }
}
