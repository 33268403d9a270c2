/// The results of classifying photos with a network.
package struct Evaluation: Hashable, Sendable {
  /// A photo that was classified as another class.
  package struct Mistake: Hashable, Sendable {
    package let file: String
    package let actual: Int
    package let answer: Int
    /// The probability that the network assigned to its answer.
    package let probability: Float

    package init(file: String, actual: Int, answer: Int, probability: Float) {
      self.file = file
      self.actual = actual
      self.answer = answer
      self.probability = probability
    }
  }

  package private(set) var confusion: ConfusionMatrix
  /// The number of photos whose class was in the top five.
  package private(set) var amongFive = 0
  /// The most confident mistakes, in descending order of probability.
  package private(set) var mistakes: [Mistake] = []
  private let mostMistakes: Int

  /// - Parameter mostMistakes: the number of mistakes to keep.
  package init(classes: [String], mostMistakes: Int = 10) {
    confusion = ConfusionMatrix(classes: classes)
    self.mostMistakes = mostMistakes
  }

  /// Counts a photo.
  ///
  /// - Parameter top: the most probable classes, up to five, in descending order, and the
  ///   probability of the first.
  package mutating func add(file: String, actual: Int, top: [Int], probability: Float) {
    guard let answer = top.first else { return }
    confusion.add(actual: actual, answer: answer)
    if top.prefix(5).contains(actual) { amongFive += 1 }
    guard answer != actual else { return }
    let mistake = Mistake(
      file: file, actual: actual, answer: answer, probability: probability)
    let place = mistakes.firstIndex { $0.probability < probability } ?? mistakes.count
    guard place < mostMistakes else { return }
    mistakes.insert(mistake, at: place)
    if mistakes.count > mostMistakes { mistakes.removeLast() }
  }

  package var accuracy: Double? { confusion.accuracy }

  /// The share of photos whose class was in the top five.
  package var topFive: Double? {
    confusion.total > 0 ? Double(amongFive) / Double(confusion.total) : nil
  }
}
