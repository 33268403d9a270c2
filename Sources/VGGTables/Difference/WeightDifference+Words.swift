import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension WeightDifference {
  /// A group of tensors: what is said of them, and one row each.
  struct Group {
    let heading: String
    let rows: [[String]]
  }

  /// The first sentence, in numbers.
  func summary(old: String, new: String) -> String {
    if isEmpty { return "Weights of \(old) fit \(new) as they are: \(counted(fitting, "tensor"))." }
    let parts = [
      (reshaped.count, "another shape"), (added.count, "new"), (removed.count, "left over"),
      (misplaced.count, "of another layer under the same name"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    return "A file of weights of \(old), read by name as \(new): "
      + "\(counted(fitting, "tensor")) as needed, \(listing(words))."
  }

  var groups: [Group] {
    [
      Group(
        heading: "another shape",
        rows: reshaped.map { [$0.name, "\(dimensions($0.old)) -> \(dimensions($0.new))"] }),
      Group(heading: "new", rows: added.map { [$0.name, dimensions($0.shape)] }),
      Group(heading: "left over", rows: removed.map { [$0.name, dimensions($0.shape)] }),
      Group(
        heading: "same name and shape, another layer",
        rows: misplaced.map { [$0.name, dimensions($0.shape)] }),
      Group(
        heading: "same layer and shape, another name",
        rows: moved.map { ["\($0.old) -> \($0.new)", dimensions($0.shape)] }),
    ].filter { !$0.rows.isEmpty }
  }

  private func dimensions(_ shape: [Int]) -> String {
    shape.map(String.init).joined(separator: "x")
  }
}
