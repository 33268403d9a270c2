import VGGGraph

/// The phrases of worksheets and quizzes.
package protocol PracticePhrases {
  func worksheetTitle(_ graph: ModelGraph) -> String
  func answerKeyTitle(_ graph: ModelGraph) -> String
  /// - Parameter hasTwoSides: Whether the height and the width of receptive fields differ.
  func worksheetTask(image: String, blanks: Int, hasTwoSides: Bool) -> String
  func title(of column: WorksheetColumn) -> String
  /// The note with the command that regenerates the worksheet.
  func madeBy(_ command: String) -> String

  func quizIntroduction(_ graph: ModelGraph, questions: Int, seed: UInt64) -> String
  func question(_ question: Question) -> String
  func questionNumber(_ number: Int, of count: Int) -> String
  func wrong(_ answer: Answer) -> String
  func skipped(_ answer: Answer) -> String
  /// A hint on the format of an answer.
  func writeLike(_ answer: Answer) -> String
  func score(right: Int, of asked: Int) -> String
  func notAsked(_ count: Int) -> String
}
