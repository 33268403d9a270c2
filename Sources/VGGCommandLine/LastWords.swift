import VGGFiles

/// The last message of a tool that cannot continue: for a lack of memory, which Swift's own types cannot report,
/// or for a bug in the tool.
enum LastWords {
  static func prepare() {
    Platform.handleFaults { number in
      // Swift aborts if it cannot allocate memory; its runtime checks end the process in other ways.
      let isShortage =
        number == Platform.abortSignal
        && (Platform.addressLimit != nil || !Platform.wouldLend(1 << 23))
      guard isShortage else {
        Platform.writeErrorAtOnce(
          """
          error: this is a bug in the program, not a mistake in your input; no file is left half-written. Please report \
          the command with its input, and the output above

          """)
        Platform.send(number)
        return
      }
      Platform.writeErrorAtOnce(
        """
        error: there is not enough memory for this; no file is left half-written. If `ulimit -v` limits this process, \
        raise the limit

        """)
      Platform.endProcessAtOnce(status: 1)
    }
  }
}
