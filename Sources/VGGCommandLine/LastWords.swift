import VGGDiagnostics
import VGGFiles

/// The last message of a tool that cannot continue: for a lack of memory, which Swift's own types cannot report,
/// or for a bug in the tool.
enum LastWords {
  /// - Parameter language: The message's language.
  static func prepare(in language: Language) {
    // A signal handler captures nothing, so each language has its own.
    switch language {
    case .english:
      Platform.handleFaults {
        LastWords.end(
          on: $0,
          bug: """
            error: this is a bug in the program, not a mistake in your input; no file is left half-written. Please report \
            the command with its input, and the output above

            """,
          shortage: """
            error: there is not enough memory for this; no file is left half-written. If `ulimit -v` limits this process, \
            raise the limit

            """)
      }
    case .korean:
      Platform.handleFaults {
        LastWords.end(
          on: $0,
          bug: """
            오류: 입력이 잘못된 것이 아니라 이 프로그램의 버그입니다. 쓰다 만 파일은 남지 않습니다. 명령과 그 입력, 위의 출력을 \
            알려 주세요

            """,
          shortage: """
            오류: 메모리가 부족합니다. 쓰다 만 파일은 남지 않습니다. `ulimit -v`로 이 프로세스의 메모리를 제한했다면 한도를 높이세요

            """)
      }
    }
  }

  /// Prints the message for a fault, and ends the process.
  private static func end(on number: Int32, bug: StaticString, shortage: StaticString) {
    // Swift aborts if it cannot allocate memory; its runtime checks end the process in other ways.
    let isShortage =
      number == Platform.abortSignal
      && (Platform.addressLimit != nil || !Platform.wouldLend(1 << 23))
    guard isShortage else {
      Platform.writeErrorAtOnce(bug)
      Platform.send(number)
      return
    }
    Platform.writeErrorAtOnce(shortage)
    Platform.endProcessAtOnce(status: 1)
  }
}
