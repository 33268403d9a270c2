import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// Questions about one network, asked one after the other, and the score.
package struct Quiz: Sendable {
  private let graph: ModelGraph
  private let lessons: LayerLessons
  private let phrases: any LessonPhrasebook
  private let questions: [Question]
  private var asked = 0
  private var rightCount = 0

  /// Chooses questions of as many kinds as there are.
  ///
  /// - Parameter count: Of the questions; where the network has fewer numbers to ask for, all.
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

  /// The question that waits for an answer; `nil` when all are answered.
  package func question(width: Int, style: TerminalStyle) -> String? {
    guard let question = current else { return nil }
    let number = phrases.questionNumber(asked + 1, of: questions.count)
    let lines = wrap(
      "\(number) \(phrases.question(question))", width: min(width, 88), indent: "  ")
    return lines.map(style.bold).joined(separator: "\n") + "\n"
  }

  /// Judges an answer, goes on to the next question, and says what is to be said; an answer that
  /// cannot be read leaves the question there.
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

  /// How many answers were right, of those that were given.
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
