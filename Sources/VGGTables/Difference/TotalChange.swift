import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGMarkup

/// A total of two networks.
struct TotalChange {
  let total: Total
  let old: TotalValue?
  let new: TotalValue?

  static func all(from old: ModelGraph, to new: ModelGraph) -> [TotalChange] {
    Total.allCases.map {
      TotalChange(total: $0, old: $0.value(in: old), new: $0.value(in: new))
    }
  }

  /// The title, the old and new values, their difference, and the difference as a percentage of the old value.
  func cells(in phrases: any TablePhrasebook) -> [String] {
    let text: (TotalValue) -> String = { total.text($0, in: phrases) }
    return [
      total.title(in: phrases), old.map(text) ?? "-", new.map(text) ?? "-", difference(text),
      percent,
    ]
  }

  private func difference(_ text: (TotalValue) -> String) -> String {
    guard let old, let new else { return "-" }
    if old == new { return "=" }
    guard let old = old.count, let new = new.count else { return "-" }
    return signed(new - old) { text(.count($0)) }
  }

  private var percent: String {
    guard let old = old?.count, let new = new?.count, old > 0, new != old else { return "" }
    let share = 100 * (Double(new) - Double(old)) / Double(old)
    let tenths = Int(clamping: (abs(share) * 10).rounded())
    return "\(share < 0 ? "-" : "+")\(decimal(tenths, per: 10, places: 1))%"
  }
}

/// A difference with its sign: `+1,792`, `-1,792`, or `=` for zero.
func signed(_ difference: Int, _ text: (Int) -> String) -> String {
  difference == 0 ? "=" : (difference < 0 ? "-" : "+") + text(abs(difference))
}
