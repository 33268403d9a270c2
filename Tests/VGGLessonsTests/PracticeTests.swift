import Testing
import VGGDiagnostics
import VGGGraph
import VGGTestSupport

@testable import VGGLessons

@Suite struct PracticeTests {
  @Test(arguments: [
    (Answer.count(25_088), "25088", Answer.Verdict.right), (.count(25_088), "25,088", .right),
    (.count(25_088), " 25 088 ", .right), (.count(25_088), "25_088", .right),
    (.count(25_088), "25089", .wrong), (.count(25_088), "0", .wrong),
    (.count(25_088), "99999999999999999999999", .wrong),
    (.count(25_088), "about 25088", .unreadable),
    (.count(25_088), "-25088", .unreadable), (.count(25_088), "25.088", .unreadable),
    (.count(25_088), ",", .unreadable), (.count(25_088), "٢٥٠٨٨", .unreadable),
    (.map([64, 112, 112]), "64x112x112", .right), (.map([64, 112, 112]), "64 x 112 x 112", .right),
    (.map([64, 112, 112]), "64X112X112\r", .right), (.map([64, 112, 112]), "64×112×112", .right),
    (.map([64, 112, 112]), "[64, 112, 112]", .right), (.map([64, 112, 112]), "64 112 112", .right),
    (.map([64, 112, 112]), "64*112*112", .right), (.map([64, 112, 112]), "112x112x64", .wrong),
    (.map([64, 112, 112]), "64x112", .unreadable), (.map([64, 112, 112]), "802816", .unreadable),
    (.map([64, 112, 112]), "64x112xa", .unreadable), (.map([64, 112, 112]), "", .unreadable),
  ]) func answersAreRead(_ answer: Answer, _ typed: String, _ verdict: Answer.Verdict) {
    #expect(answer.verdict(on: typed) == verdict)
  }

  @Test(arguments: Question.Subject.allCases)
  func theOwnAnswerIsRight(_ subject: Question.Subject) throws {
    for sample in [SampleModel.d, .everyKind, .vgg11BatchNorm] {
      let named = NamedLayers(try sample.graph().layers)
      for index in named.indices {
        guard let question = Question(subject, of: index, in: named) else { continue }
        #expect(question.answer.verdict(on: question.answer.text) == .right)
        for language in Language.allCases {
          let asked = language.lessonPhrases.question(question)
          #expect(asked.hasSuffix("?"), "\(asked)")
          if subject != .outputMap, subject != .inChannels, subject != .receptiveField {
            #expect(!asked.contains(question.answer.text), "\(asked)")
          }
          #expect(!question.arithmetic(from: LayerLessons(named, language.lessonPhrases)).isEmpty)
        }
      }
    }
  }

  /// The arithmetic shown after a mistake ends with the answer, or with the map's side.
  @Test func theArithmeticIsOfTheAnswer() throws {
    let named = NamedLayers(try builtIn("D").layers)
    for subject in Question.Subject.allCases {
      for index in named.indices {
        guard let question = Question(subject, of: index, in: named) else { continue }
        let number =
          switch question.answer {
          case .count(let count): grouped(count)
          case .map(let sizes): "\(sizes[2])"
          }
        let arithmetic = question.arithmetic(from: LayerLessons(named, English()))
        let plainNumber = arithmetic.contains(number) || arithmetic.contains("= \(number)")
        #expect(plainNumber, "\(arithmetic) has no \(number)")
      }
    }
  }

  @Test(arguments: Language.allCases, [SampleModel.custom, .everyKind])
  func worksheets(_ language: Language, _ sample: SampleModel) throws {
    var generator = SeededGenerator(seed: 5)
    let sheet = Worksheet(on: try sample.graph(), in: language, using: &generator)
    let command = "vggc worksheet \(sample.folder) --seed 5"
    let name = "\(sample.folder)/worksheet-\(language.rawValue)"
    try expectGolden(
      sheet.text(.sheet, command: command, width: 100)
        + sheet.text(.key, command: command, width: 100), "\(name).txt")
    try expectGolden(
      sheet.markdown(.sheet, command: command) + sheet.markdown(.key, command: command),
      "\(name).md")
  }

  /// A blank's answer is nowhere in its row on the sheet, and always in the key.
  @Test(arguments: 0..<UInt64(50)) func blanksHideTheirAnswers(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try graph(RandomNetwork(seed: seed).configuration)
    let sheet = Worksheet(on: graph, in: .english, using: &generator)
    let blanks = sheet.blanks
    #expect(blanks.map(\.number) == Array(1...blanks.count))
    for row in sheet.rows {
      for cell in row {
        guard case .blank(let number, let question) = cell else { continue }
        #expect(sheet.text(of: cell, .sheet) == "(\(number)) ________")
        #expect(sheet.text(of: cell, .key) == "(\(number)) \(question.answer.text)")
      }
    }
  }

  @Test func aSeedMakesOneQuiz() throws {
    let first = try transcript(seed: 3, answers: Array(repeating: "", count: 12))
    #expect(try transcript(seed: 3, answers: Array(repeating: "", count: 12)) == first)
    #expect(try transcript(seed: 4, answers: Array(repeating: "", count: 12)) != first)
  }

  /// Twelve questions include all six kinds, and none is repeated.
  @Test(arguments: 0..<UInt64(20)) func aQuizAsksForEverything(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var quiz = Quiz(on: try builtIn("D"), questions: 12, in: .english, using: &generator)
    var asked: [String] = []
    while let question = quiz.question(width: 10_000, style: .plain) {
      asked.append(String(question.drop { $0 != ":" }))
      _ = quiz.answer("", width: 80, style: .plain)
    }
    #expect(asked.count == 12 && Set(asked).count == 12)
    for part in [
      "How many input channels", "What shape", "How many parameters", "How many MACs",
      "per side does",
      "How many inputs",
    ] {
      #expect(asked.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test func theScoreCounts() throws {
    var generator = SeededGenerator(seed: 1)
    var quiz = Quiz(on: try builtIn("A"), questions: 500, in: .english, using: &generator)
    let questions = try #require(Int(quiz.score.split(separator: " ")[4]))
    _ = quiz.answer("what", width: 80, style: .plain)
    #expect(quiz.score == "0 of 0 right. \(questions) questions not asked.\n")
    let said = quiz.answer("1", width: 80, style: .plain)
    #expect(said.hasPrefix("No, it is "))
    _ = quiz.answer(" ", width: 80, style: .plain)
    #expect(quiz.score == "0 of 2 right. \(questions - 2) questions not asked.\n")
    while let question = quiz.question(width: 80, style: .plain) {
      _ = quiz.answer(question.contains("What shape") ? "1x1x1" : "1", width: 80, style: .plain)
    }
    #expect(quiz.score == "0 of \(questions) right.\n")
    #expect(quiz.answer("1", width: 80, style: .plain).isEmpty)
  }

  private func transcript(seed: UInt64, answers: [String]) throws -> String {
    var generator = SeededGenerator(seed: seed)
    var quiz = Quiz(
      on: try builtIn("D"), questions: answers.count, in: .korean, using: &generator)
    return answers.map { answer in
      (quiz.question(width: 80, style: .plain) ?? "")
        + quiz.answer(answer, width: 80, style: .plain)
    }.joined() + quiz.score
  }
}
