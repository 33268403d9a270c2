import VGGDiagnostics
import VGGGraph

extension English {
  package func worksheetTitle(_ graph: ModelGraph) -> String {
    "Worksheet: \(printable(graph.name))"
  }

  package func answerKeyTitle(_ graph: ModelGraph) -> String {
    "Answer key: \(printable(graph.name))"
  }

  package func worksheetTask(image: String, blanks: Int) -> String {
    """
    The network takes an image of \(image) (channels x height x width). Work out the
    \(counted(blanks, "number")) in the blanks. Maps are channels x height x width; parameters count
    weights and biases; a MAC is one multiply and one add; RF is the side of the receptive field in
    pixels. ReLU and dropout change no shape, learn nothing and are left out.
    """
  }

  package func title(of column: WorksheetColumn) -> String {
    switch column {
    case .layer: "layer"
    case .notation: "notation"
    case .inChannels: "in_channels"
    case .output: "output"
    case .parameters: "parameters"
    case .macs: "MACs"
    case .receptiveField: "RF"
    }
  }

  package func madeBy(_ command: String) -> String { "Made by: \(command)" }

  package func quizIntroduction(_ graph: ModelGraph, questions: Int, seed: UInt64) -> String {
    """
    \(counted(questions, "question")) about \(printable(graph.name)), which takes an image of
    \(graph.input) (channels x height x width). An empty line passes; Ctrl-D ends. (seed \(seed))
    """
  }

  package func question(_ question: Question) -> String {
    let layer = question.layer
    let what = "\(question.name) (\(layer.kind.notation))"
    switch question.subject {
    case .inChannels:
      return
        "\(what) comes last in the list [… \(question.list.joined(separator: ", "))], and the image "
        + "has \(counted(question.imageChannels, "channel")). Which in_channels is it made with?"
    case .outputMap:
      return "\(what) takes a map of \(layer.input)\(window(layer)). Which map does it give?"
    case .parameters:
      return "\(what) takes \(layer.input). How many parameters does it have\(biases(layer))?"
    case .macs:
      return "\(what) turns \(layer.input) into \(layer.output). How many MACs does it take?"
    case .receptiveField:
      let before = question.fieldBefore ?? .pixel
      return "A value before \(what) sees \(counted(before.size.height, "pixel")), and the jump is "
        + "\(before.jump.brief). How many pixels a side does a value after it see?"
    case .flattened:
      let consumer = question.firstLinear ?? "the \(lessonTexts.classifier)"
      return "The last map is \(layer.input). How many inputs does \(consumer) get?"
    }
  }

  private func window(_ layer: Layer) -> String {
    guard let window = layer.kind.window else { return "" }
    return " with a \(window.kernel.text) window, stride \(window.stride.brief), padding "
      + "\(window.padding.brief)\(window.dilation == 1 ? "" : ", dilation \(window.dilation.brief)")\(window.ceil ? ", rounded up" : "")"
  }

  private func biases(_ layer: Layer) -> String {
    layer.kind.lesson.hasBias.map { $0 ? ", biases and all" : ", without biases" } ?? ""
  }

  package func questionNumber(_ number: Int, of count: Int) -> String { "\(number) of \(count):" }

  package func wrong(_ answer: Answer) -> String { "No, it is \(answer.text)." }

  package func skipped(_ answer: Answer) -> String { "It is \(answer.text)." }

  package func writeLike(_ answer: Answer) -> String {
    switch answer {
    case .count: "Write a number, such as 25088 or 25,088."
    case .map: "Write channels x height x width, such as 64x112x112."
    }
  }

  package func score(right: Int, of asked: Int) -> String {
    "\(grouped(right)) of \(grouped(asked)) right."
  }

  package func notAsked(_ count: Int) -> String { "\(counted(count, "question")) not asked." }
}
