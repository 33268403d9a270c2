import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// A series of questions about one network, with the score.
package struct Quiz: Sendable {
  private let graph: ModelGraph
  private let lessons: LayerLessons
  private let phrases: any LessonPhrasebook
  private let questions: [Question]
  private var asked = 0
  private var rightCount = 0

  /// Chooses questions of as many different kinds as possible.
  ///
  /// - Parameter count: The number of questions; all if the network has fewer numbers to ask for.
  package init(
    on graph: ModelGraph, questions count: Int, in language: Language,
    using generator: inout some RandomNumberGenerator
  ) {
    self.graph = graph
    let named = NamedLayers(graph.layers)
    phrases = language.lessonPhrases
    lessons = LayerLessons(named, phrases)
    questions = Self.choose(count, from: named, using: &generator)
  }

  /// Takes a question of each kind in turn.
  private static func choose(
    _ count: Int, from named: NamedLayers, using generator: inout some RandomNumberGenerator
  ) -> [Question] {
    var kinds = Question.Subject.allCases.map { subject in
      named.indices.compactMap { Question(subject, of: $0, in: named) }
        .shuffled(using: &generator)
    }.filter { !$0.isEmpty }.shuffled(using: &generator)
    var chosen: [Question] = []
    while chosen.count < count, !kinds.isEmpty {
      for kind in kinds.indices where chosen.count < count {
        if let question = kinds[kind].popLast() { chosen.append(question) }
      }
      kinds.removeAll(where: \.isEmpty)
    }
    return chosen
  }

  package func introduction(seed: UInt64, width: Int) -> String {
    let text = phrases.quizIntroduction(graph, questions: questions.count, seed: seed)
    return TextDocument(blocks: [.paragraph(text)]).text(width: width, style: .plain) + "\n"
  }

  /// The current question; `nil` when all are answered.
  package func question(width: Int, style: TerminalStyle) -> String? {
    guard let question = current else { return nil }
    let number = phrases.questionNumber(asked + 1, of: questions.count)
    let lines = wrap(
      "\(number) \(phrases.question(question))", width: min(width, 88), indent: "  ")
    return lines.map(style.bold).joined(separator: "\n") + "\n"
  }

  /// Checks an answer, moves on to the next question, and returns the reply; if the answer cannot be read,
  /// the question stays.
  package mutating func answer(_ typed: String, width: Int, style: TerminalStyle) -> String {
    guard let question = current else { return "" }
    if typed.allSatisfy(\.isWhitespace) {
      asked += 1
      return phrases.skipped(question.answer) + "\n"
        + lesson(of: question, width: width, style: style)
    }
    switch question.answer.verdict(on: typed) {
    case .right:
      asked += 1
      rightCount += 1
      return style.coloured(phrases.lessonTexts.right, .green) + "\n\n"
    case .wrong:
      asked += 1
      return style.coloured(phrases.wrong(question.answer), .red) + "\n"
        + lesson(of: question, width: width, style: style)
    case .unreadable:
      return phrases.writeLike(question.answer) + "\n"
    }
  }

  /// The number of right answers among the questions asked.
  package var score: String {
    let left = questions.count - asked
    return phrases.score(right: rightCount, of: asked)
      + (left > 0 ? " " + phrases.notAsked(left) : "") + "\n"
  }

  private var current: Question? { asked < questions.count ? questions[asked] : nil }

  private func lesson(of question: Question, width: Int, style: TerminalStyle) -> String {
    TextDocument(blocks: [question.lesson(from: lessons)]).text(width: width, style: style)
      + "\n"
  }
}
