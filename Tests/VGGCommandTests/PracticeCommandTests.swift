import Foundation
import Testing
import VGGTestSupport

@Suite struct PracticeCommandTests {
  @Test func aWorksheetAndItsKeyHaveTheSameBlanks() throws {
    let command = try TemporaryFolder().command
    let sheet = try command.run("worksheet", "A", "--seed", "9")
    let key = try command.run("worksheet", "A", "--seed", "9", "--key")
    let both = try command.run("worksheet", "A", "--seed", "9", "--both")
    #expect(sheet.status == 0 && key.status == 0)
    #expect(both.output == sheet.output + "\n" + key.output)
    for number in ["(1) ", "(12) "] {
      #expect(sheet.output.contains(number + "____") && key.output.contains(number))
    }
    #expect(!key.output.contains("____"))
    #expect(sheet.output.contains("vggc worksheet A --seed 9"))
    let other = try command.run("worksheet", "A", "--seed", "8")
    #expect(other.output != sheet.output)
  }

  @Test(arguments: [
    ("worksheet A --key --both", Int32(64)), ("worksheet nothing.yaml", 66),
    ("worksheet A --seed -1", 64), ("quiz -", 64), ("quiz A --lang fr", 64),
    ("quiz A --questions 0", 64), ("worksheet Configs/vgg-paper.yaml", 64),
  ]) func wrongUse(_ arguments: String, _ status: Int32) throws {
    let result = try BuiltCommand(folder: Checkout.root).shell("vggc \(arguments)")
    #expect(result.status == status, "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func aQuizFromAPipe() throws {
    let command = try TemporaryFolder().command
    let quiz = ["quiz", "D", "--questions", "3", "--seed", "1"]
    let wrong = try command.run(
      quiz[0], quiz[1], quiz[2], quiz[3], quiz[4], quiz[5],
      input: Data("1\n1x1x1\n1\n1x1x1\n1\n1".utf8))
    #expect(wrong.status == 0 && wrong.errors.isEmpty)
    let answers = wrong.output.matches(of: /No, it is ([0-9,x]+)\./).map { String($0.1) }
    #expect(answers.count == 3)
    #expect(wrong.output.hasSuffix("0 of 3 right.\n"))
    // Without a line feed at the end.
    let right = try command.run(
      quiz[0], quiz[1], quiz[2], quiz[3], quiz[4], quiz[5],
      input: Data(answers.joined(separator: "\n").utf8))
    #expect(right.output.hasSuffix("3 of 3 right.\n"), "\(right.output)")
  }

  @Test func theEndOfTheInputEndsAQuiz() throws {
    let result = try TemporaryFolder().command.run("quiz", "A", "--questions", "4", "--seed", "2")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("0 of 0 right. 4 questions not asked.\n"))
  }

  @Test func aClosedInputEndsAQuiz() throws {
    let result = try TemporaryFolder().command.shell("vggc quiz A --questions 4 --seed 2 <&-")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("0 of 0 right. 4 questions not asked.\n"))
  }

  @Test func answersOfAnyBytesDoNoHarm() throws {
    let bytes = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    let result = try TemporaryFolder().command.run("quiz", "A", "--seed", "2", input: bytes)
    #expect(result.status == 0)
    #expect(result.output.contains("right."))
  }

  @Test func controlCEndsAQuizWithItsScore() throws {
    let result = try TemporaryFolder().command.shell(
      """
      mkfifo answers
      vggc quiz A --seed 1 <answers >said &
      quiz=$!
      exec 3>answers
      until grep -q '^> ' said; do sleep 0.05; done
      kill -INT $quiz
      wait $quiz
      echo "status $?"
      tail -n 1 said
      """)
    #expect(result.output == "status 130\n0 of 0 right. 10 questions not asked.\n")
  }

  /// The signal arrives while the first question is still being written to a full pipe.
  @Test func controlCBeforeAQuestionIsPrintedIsNotLost() throws {
    let result = try TemporaryFolder().command.shell(
      """
      mkfifo answers said
      exec 3<>answers 4<>said
      dd if=/dev/zero of=said bs=65536 count=1 2>/dev/null
      env --default-signal=INT vggc quiz A --seed 1 <answers >said &
      quiz=$!
      sleep 0.5
      kill -INT $quiz
      cat said >/dev/null &
      wait $quiz
      echo "status $?"
      kill $!
      """)
    #expect(result.output == "status 130\n")
  }
}
