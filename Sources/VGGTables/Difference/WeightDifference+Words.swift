extension WeightDifference {
  /// A group of tensors: a heading, and one row per tensor.
  struct Group {
    let heading: String
    let rows: [[String]]
  }

  /// The first sentence, with the numbers of tensors.
  func summary(old: String, new: String, in phrases: any TablePhrasebook) -> String {
    guard !isEmpty else { return phrases.weightsFit(fitting, of: old, in: new) }
    // Tensors of the same layer with different names are also in the other groups.
    let groups = WeightGroup.allCases.filter { $0 != .moved }
      .map { (count: rows(of: $0).count, group: $0) }
    return phrases.weightsDiffer(fitting, groups.filter { $0.count > 0 }, of: old, in: new)
  }

  func groups(in phrases: any TablePhrasebook) -> [Group] {
    WeightGroup.allCases.map { Group(heading: phrases.heading(of: $0), rows: rows(of: $0)) }
      .filter { !$0.rows.isEmpty }
  }

  private func rows(of group: WeightGroup) -> [[String]] {
    switch group {
    case .reshaped: reshaped.map { [$0.name, "\(dimensions($0.old)) -> \(dimensions($0.new))"] }
    case .added: added.map { [$0.name, dimensions($0.shape)] }
    case .removed: removed.map { [$0.name, dimensions($0.shape)] }
    case .misplaced: misplaced.map { [$0.name, dimensions($0.shape)] }
    case .moved: moved.map { ["\($0.old) -> \($0.new)", dimensions($0.shape)] }
    }
  }

  private func dimensions(_ shape: [Int]) -> String {
    shape.map(String.init).joined(separator: "x")
  }
}
