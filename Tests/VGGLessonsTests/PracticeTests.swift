import Testing
import VGGDiagnostics
import VGGGraph
import VGGSpec
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
    (.sides(Sides(height: 15, width: 7)), "15x7", .right),
    (.sides(Sides(height: 15, width: 7)), "[15, 7]", .right),
    (.sides(Sides(height: 15, width: 7)), "7 x 15", .wrong),
    (.sides(Sides(height: 15, width: 7)), "15", .unreadable),
    (.sides(Sides(height: 15, width: 7)), "15x7x1", .unreadable),
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

  /// A field that is not square is asked for, and answered, with its height and width.
  @Test func receptiveFieldsHaveTwoSides() throws {
    let named = NamedLayers(
      try graph(
        """
        input: [1, 64, 64]
        features:
          - {conv: 4, kernel: [3, 5], dilation: [2, 1]}
          - {maxpool: [2, 1]}
          - {conv: 4, kernel: 1}
          - {conv: 4, kernel: [1, 3]}
        classifier: none
        """
      ).layers)
    let questions = named.indices.compactMap { Question(.receptiveField, of: $0, in: named) }
    // 1 + (3 - 1)*2 and 1 + (5 - 1); + (2 - 1) rows; a 1x1 kernel; + (3 - 1)*1 columns.
    #expect(questions.map(\.answer.text) == ["5", "6x5", "6x5", "6x7"])
    #expect(
      English().question(questions[3]).hasPrefix(
        "A value before conv2_2 (conv1x3-4) sees 6 x 5 pixels (height x width), and the jump is 2x1. "
      ))
    #expect(
      English().question(questions[3]).hasSuffix(
        "How many pixels, height x width, does a value after it see?"))
    #expect(English().question(questions[0]).contains("per side"))
    for part in ["6 x 5픽셀", "2x1", "높이 x 너비로 몇 픽셀입니까?"] {
      #expect(Korean().question(questions[3]).contains(part))
    }
    let lessons = LayerLessons(named, English())
    #expect(
      questions[3].arithmetic(from: lessons)
        == "6 + (1 - 1)*2 = 6 rows of pixels; 5 + (3 - 1)*1 = 7 columns of pixels")
    var generator = SeededGenerator(seed: 1)
    for (language, task) in [
      (Language.english, "receptive field, height x width in pixels"), (.korean, "높이 x 너비의 픽셀 수"),
    ] {
      let sheet = Worksheet(
        on: try graph("features: [{conv: 4, kernel: [3, 5]}]\nclassifier: none\n"), in: language,
        using: &generator)
      #expect(sheet.task.contains(task))
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
          case .sides(let sides): grouped(sides.width)
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
