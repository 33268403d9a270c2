import VGGDiagnostics
import VGGGraph

extension Korean {
  package func worksheetTitle(_ graph: ModelGraph) -> String {
    "학습지: \(printable(graph.name))"
  }

  package func answerKeyTitle(_ graph: ModelGraph) -> String {
    "정답: \(printable(graph.name))"
  }

  package func worksheetTask(image: String, blanks: Int, hasTwoSides: Bool) -> String {
    let field = hasTwoSides ? "높이 x 너비의 픽셀 수" : "한 변의 픽셀 수"
    return """
      이 네트워크는 \(image)(채널 x 높이 x 너비) 이미지를 받습니다. 빈칸 \(grouped(blanks))개에 들어갈 수를
      구하세요. 특성맵은 채널 x 높이 x 너비로 적고, 매개변수는 가중치와 편향의 개수를 합한 값입니다. MAC 하나는 곱셈 한
      번과 덧셈 한 번입니다. 수용 영역은 \(field)입니다. ReLU와 드롭아웃은 모양을 바꾸지 않고 학습하는
      값도 없으므로 표에서 뺐습니다.
      """
  }

  package func title(of column: WorksheetColumn) -> String {
    switch column {
    case .layer: "층"
    case .notation: "표기"
    case .inChannels: "in_channels"
    case .output: "출력"
    case .parameters: "매개변수"
    case .macs: "MAC"
    case .receptiveField: "수용 영역"
    }
  }

  package func madeBy(_ command: String) -> String { "만든 명령: \(command)" }

  package func quizIntroduction(_ graph: ModelGraph, questions: Int, seed: UInt64) -> String {
    """
    \(graph.input)(채널 x 높이 x 너비) 이미지를 받는 \(printable(graph.name))에 대한 문제
    \(grouped(questions))개입니다. 그냥 Enter를 누르면 다음 문제로 넘어가고, Ctrl-D를 누르면 끝납니다. (시드 \(seed))
    """
  }

  package func question(_ question: Question) -> String {
    let layer = question.layer
    let what = "\(question.name)(\(layer.kind.notation))"
    let subject = with(what, .topic)
    switch question.subject {
    case .inChannels:
      return "\(subject) 목록 [… \(question.list.joined(separator: ", "))]의 마지막 합성곱이고, 이미지의 채널은 "
        + "\(grouped(question.imageChannels))개입니다. in_channels는 얼마입니까?"
    case .outputMap:
      return "\(subject) \(layer.input) 특성맵을 받습니다\(window(layer)). 출력 특성맵은 무엇입니까?"
    case .parameters:
      return "\(subject) \(with("\(layer.input)", .object)) 받습니다. \(biases(layer))매개변수는 몇 개입니까?"
    case .macs:
      return "\(subject) \(with("\(layer.input)", .object)) \(with("\(layer.output)", .by)) 바꿉니다. "
        + "MAC은 몇 회입니까?"
    case .receptiveField:
      let before = question.fieldBefore ?? .pixel
      if question.asksForBothSides {
        return "\(what) 앞의 값 하나는 높이 x 너비로 \(grouped(before.size.height)) x "
          + "\(grouped(before.size.width))픽셀인 범위를 보고, 간격은 \(before.jump.text)입니다. 이 층을 지난 값의 수용 "
          + "영역은 높이 x 너비로 몇 픽셀입니까?"
      }
      return "\(what) 앞의 값 하나는 한 변이 \(grouped(before.size))픽셀인 범위를 보고, 간격은 "
        + "\(before.jump.brief)입니다. 이 층을 지난 값의 수용 영역은 한 변이 몇 픽셀입니까?"
    case .flattened:
      let consumer = question.firstLinear ?? lessonTexts.classifier
      return "마지막 특성맵은 \(layer.input)입니다. \(consumer)의 입력은 몇 개입니까?"
    }
  }

  private func window(_ layer: Layer) -> String {
    guard let window = layer.kind.window else { return "" }
    return "(창 \(window.kernel.text), 보폭 \(window.stride.brief), 패딩 \(window.padding.brief)"
      + "\(window.dilation == 1 ? "" : ", 팽창 \(window.dilation.brief)")\(window.ceil ? ", 올림" : ""))"
  }

  private func biases(_ layer: Layer) -> String {
    layer.kind.lesson.hasBias.map { $0 ? "편향까지 더해 " : "편향이 없을 때 " } ?? ""
  }

  package func questionNumber(_ number: Int, of count: Int) -> String { "\(number)/\(count):" }

  package func wrong(_ answer: Answer) -> String {
    "아닙니다. 정답은 \(answer.text)입니다."
  }

  package func skipped(_ answer: Answer) -> String { "정답은 \(answer.text)입니다." }

  package func writeLike(_ answer: Answer) -> String {
    switch answer {
    case .count: "25088이나 25,088처럼 수를 적으세요."
    case .sides: "15x7처럼 높이 x 너비로 적으세요."
    case .map: "64x112x112처럼 채널 x 높이 x 너비로 적으세요."
    }
  }

  package func score(right: Int, of asked: Int) -> String {
    "\(grouped(asked))문제 가운데 \(grouped(right))문제를 맞혔습니다."
  }

  package func notAsked(_ count: Int) -> String { "남은 문제 \(grouped(count))개." }
}
