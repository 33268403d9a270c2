import VGGFiles
import VGGMarkup

/// A share as people write it: `98.61 %`; `-` where there is none.
package func percent(_ share: Double?) -> String {
  guard let share, share.isFinite else { return "-" }
  return decimal(Int(clamping: (share * 10_000).rounded()), per: 100, places: 2) + " %"
}
