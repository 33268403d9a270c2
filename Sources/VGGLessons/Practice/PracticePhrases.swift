import VGGGraph

/// What worksheets and quizzes say.
package protocol PracticePhrases {
  func worksheetTitle(_ graph: ModelGraph) -> String
  func answerKeyTitle(_ graph: ModelGraph) -> String
  var nameAndDate: String { get }
  func worksheetTask(image: String, blanks: Int) -> String
  var reminders: String { get }
  /// What the notation says of kernels, strides and padding.
  var notationReminder: String { get }
  func title(of column: WorksheetColumn) -> String
  var arithmeticHeading: String { get }
  /// How to make the same worksheet again.
  func madeBy(_ command: String) -> String

  func quizIntroduction(_ graph: ModelGraph, questions: Int, seed: UInt64) -> String
  func question(_ question: Question) -> String
  func questionNumber(_ number: Int, of count: Int) -> String
  var right: String { get }
  func wrong(_ answer: Answer) -> String
  func skipped(_ answer: Answer) -> String
  /// How an answer is written.
  func writeLike(_ answer: Answer) -> String
  func score(right: Int, of asked: Int) -> String
  func notAsked(_ count: Int) -> String
}
