/// How often photos of each class were taken for each class.
package struct ConfusionMatrix: Hashable, Sendable {
  package let classes: [String]
  /// Rows are the photos' classes, columns the answers; one row after the other.
  private var cells: [Int]

  package init(classes: [String]) {
    self.classes = classes
    cells = [Int](repeating: 0, count: classes.count * classes.count)
  }

  /// Counts a photo of class `actual` that was taken for class `answer`.
  package mutating func add(actual: Int, answer: Int) {
    cells[actual * classes.count + answer] += 1
  }

  /// The photos of class `actual` that were taken for class `answer`.
  package subscript(actual: Int, answer: Int) -> Int {
    cells[actual * classes.count + answer]
  }

  package func row(_ actual: Int) -> [Int] {
    Array(cells[actual * classes.count..<(actual + 1) * classes.count])
  }

  package var total: Int { cells.reduce(0, +) }

  package var right: Int { classes.indices.reduce(0) { $0 + self[$1, $1] } }

  /// The share of right answers; `nil` without a photo.
  package var accuracy: Double? { share(right, of: total) }

  /// The photos of a class.
  package func photos(of label: Int) -> Int { row(label).reduce(0, +) }

  /// Of the photos taken for the class, the share that are of it; `nil` where none were.
  package func precision(of label: Int) -> Double? {
    share(self[label, label], of: classes.indices.reduce(0) { $0 + self[$1, label] })
  }

  /// Of the class's photos, the share that were taken for it; `nil` where there are none.
  package func recall(of label: Int) -> Double? {
    share(self[label, label], of: photos(of: label))
  }

  /// A class taken for another.
  package struct Confusion: Hashable, Sendable {
    package let actual: Int
    package let answer: Int
    package let count: Int
  }

  /// What was mixed up, the most frequent first, the lower classes first where two are equal.
  package func mostFrequentConfusions(_ most: Int) -> [Confusion] {
    var found: [Confusion] = []
    for actual in classes.indices {
      for answer in classes.indices where answer != actual && self[actual, answer] > 0 {
        found.append(Confusion(actual: actual, answer: answer, count: self[actual, answer]))
      }
    }
    // Found in the order of their classes, which a stable sort keeps.
    return Array(
      found.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        .map(\.element).prefix(most))
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
