import VGGFiles
import VGGMarkup

/// A share as a percentage: `98.61%`; `-` if it is undefined.
package func percent(_ share: Double?) -> String {
  guard let share, share.isFinite else { return "-" }
  return decimal(Int(clamping: (share * 10_000).rounded()), per: 100, places: 2) + "%"
}
