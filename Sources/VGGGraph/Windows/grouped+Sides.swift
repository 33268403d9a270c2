import VGGDiagnostics
import VGGSpec

/// Both sides with their thousands grouped: one number if they are the same, otherwise height and
/// width: `1,212`, `196x1,212`.
package func grouped(_ sides: Sides) -> String {
  sides.isSquare
    ? grouped(sides.height) : "\(grouped(sides.height))x\(grouped(sides.width))"
}
