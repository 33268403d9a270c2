/// The number of photos of each class that were classified as each class.
package struct ConfusionMatrix: Hashable, Sendable {
  package let classes: [String]
  /// The counts, row by row: rows are the photos' classes, columns the answers.
  private var cells: [Int]

  package init(classes: [String]) {
    self.classes = classes
    cells = [Int](repeating: 0, count: classes.count * classes.count)
  }

  /// Counts a photo of class `actual` that was classified as `answer`.
  package mutating func add(actual: Int, answer: Int) {
    cells[actual * classes.count + answer] += 1
  }

  /// The number of photos of class `actual` that were classified as `answer`.
  package subscript(actual: Int, answer: Int) -> Int {
    cells[actual * classes.count + answer]
  }

  package func row(_ actual: Int) -> [Int] {
    Array(cells[actual * classes.count..<(actual + 1) * classes.count])
  }

  package var total: Int { cells.reduce(0, +) }

  package var right: Int { classes.indices.reduce(0) { $0 + self[$1, $1] } }

  /// The share of right answers; `nil` without photos.
  package var accuracy: Double? { share(right, of: total) }

  /// The number of photos of a class.
  package func photos(of label: Int) -> Int { row(label).reduce(0, +) }

  /// The share of photos classified as the class that belong to it; `nil` if there are none.
  package func precision(of label: Int) -> Double? {
    share(self[label, label], of: classes.indices.reduce(0) { $0 + self[$1, label] })
  }

  /// The share of the class's photos that were classified as it; `nil` if there are none.
  package func recall(of label: Int) -> Double? {
    share(self[label, label], of: photos(of: label))
  }

  /// A class mistaken for another.
  package struct Confusion: Hashable, Sendable {
    package let actual: Int
    package let answer: Int
    package let count: Int
  }

  /// The confusions, the most frequent first; ties in the order of the classes.
  package func mostFrequentConfusions(_ most: Int) -> [Confusion] {
    var found: [Confusion] = []
    for actual in classes.indices {
      for answer in classes.indices where answer != actual && self[actual, answer] > 0 {
        found.append(Confusion(actual: actual, answer: answer, count: self[actual, answer]))
      }
    }
    // Found in the order of their classes, which the index keeps for ties.
    return Array(
      found.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        .map(\.element).prefix(most))
  }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
