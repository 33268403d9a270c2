import VGGFiles

/// The sentence with which a tool ends that cannot go on: that of too little memory, which Swift's own types cannot report,
/// or that of a fault of the tool.
enum LastWords {
  static func prepare() {
    Platform.handleFaults { number in
      // Swift aborts where it gets no memory; its checks of a program end that otherwise.
      let isShortage =
        number == Platform.abortSignal
        && (Platform.addressLimit != nil || !Platform.wouldLend(1 << 23))
      guard isShortage else {
        Platform.writeErrorAtOnce(
          """
          error: this is a bug of the program, not a mistake in your input; nothing is half written. Please report the \
          command with its input, and what is printed above

          """)
        Platform.send(number)
        return
      }
      Platform.writeErrorAtOnce(
        """
        error: there is not enough memory for this; nothing is half written. Where `ulimit -v` limits this process, raise \
        the limit

        """)
      Platform.endProcessAtOnce(status: 1)
    }
  }
}
