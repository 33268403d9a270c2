import ArgumentParser
import VGGCommandLine
import VGGLessons
import VGGWeights

/// `vggc quiz`: asks questions about a network's numbers in the terminal.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Ask questions about a network's numbers, check the answers and keep the score.",
    discussion: """
      Asks for output maps, in_channels, parameters, MACs, receptive fields and flattened sizes. Write numbers as 25088 \
      or 25,088, maps as 64x112x112 or 64 x 112 x 112. After a mistake it shows the arithmetic, as vggc explain does. \
      An empty line skips the question; the end of the input, or Ctrl-C, ends the quiz and prints the score. Without \
      FILE, uses the configuration in the current folder, or else configuration D.

      Examples:
        vggc quiz
        vggc quiz A --questions 5 --seed 3
        vggc quiz --lang ko Configs/custom.yaml
        printf '25088\\n64x112x112\\n' | vggc quiz D --questions 2 --seed 1
      """)

  @Argument(
    help: "A path, or the name of a built-in configuration.")
  var file: InputFile?

  @OptionGroup var model: ModelOptions

  @OptionGroup var input: InputOptions

  @Option(help: "Number of questions.")
  var questions = 10

  @Option(help: "Seed that selects the questions (random by default).")
  var seed: UInt64?

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard questions >= 1 else {
      throw ValidationError(.tooSmall("--questions", least: 1, seen: questions))
    }
    guard file?.path != "-" else {
      throw ValidationError(.inputIsForAnswers)
    }
  }

  func run() throws {
    let graph = try Inputs.oneGraph(
      Inputs.nameOrD(file?.path, in: language.language), model: model, input: input.shape,
      in: language.language)
    let seed = seed ?? UInt64.random(in: 0...9_999)
    var generator = SplitMix64(seed: seed)
    var quiz = Quiz(on: graph, questions: questions, in: language.language, using: &generator)
    let stream = Console.Stream.output
    let (width, style) = (stream.width, stream.style)
    var answers = AnswerReader()
    try Console.write(quiz.introduction(seed: seed, width: width))
    while let question = quiz.question(width: width, style: style) {
      try Console.write(question + "> ")
      switch answers.next() {
      case .line(let typed):
        try Console.write(quiz.answer(typed, width: width, style: style))
      case .end:
        return try Console.write("\n\n" + quiz.score)
      case .interrupted:
        try Console.write("\n\n" + quiz.score)
        throw ExitCode(AnswerReader.interruptedStatus)
      }
    }
    try Console.write(quiz.score)
  }
}
