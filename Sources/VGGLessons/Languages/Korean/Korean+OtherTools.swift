import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension Korean {
  package func otherToolsIntroduction(parameters: Int, stateBytes: Int) -> String {
    """
    매개변수의 수는 어느 도구에서나 \(grouped(parameters))개로 같습니다. float32 가중치 파일은
    \(bytes(stateBytes))이고, 여기에 텐서 이름이 차지하는 몇 KiB가 더해집니다. 그러나 연산 수는 도구마다
    다릅니다. 곱셈과 덧셈 한 쌍을 연산 하나로 세는지 둘로 세는지, 그것을 무엇이라 부르는지, 그 밖에 무엇을 세는지가
    다르기 때문입니다.
    같은 네트워크를 이미지 한 장에 대해 각 도구의 규칙으로 세면 다음과 같습니다.
    """
  }

  package func name(of counter: OperationCounter) -> String {
    switch counter {
    case .vggc: "vggc"
    case .torchvision: "torchvision (문서의 GFLOPS)"
    case .fvcore: "fvcore 0.1.5; timm의 GMACs"
    case .thop: "thop 0.1.1"
    case .earlyThop: "thop 0.0.30 (thop의 README)"
    case .ptflops: "ptflops 0.7.5"
    case .torchinfo: "torchinfo 1.8.0 (total mult-adds)"
    case .flopCounter: "torch.utils.flop_counter"
    case .receptiveField: "google-research/receptive_field"
    }
  }

  package func meaning(of counter: OperationCounter) -> String {
    switch counter {
    case .vggc: "합성곱과 완전 연결 층의 곱셈-누산"
    case .torchvision: "같은 수를 10^9으로 나눈 값(이름은 FLOPS)"
    case .fvcore:
      "MAC(flops라고 부름)에 배치 정규화의 값마다 2, 적응형 풀링이 받는 값마다 1을 더함"
    case .thop: "편향을 뺀 MAC에 배치 정규화의 값마다 4, 평균 풀링과 softmax를 더함"
    case .earlyThop:
      """
      합성곱은 MAC과 편향, 완전 연결 층은 곱셈과 덧셈을 따로 세고, 배치 정규화의 값마다 4를 더함
      """
    case .ptflops:
      """
      MAC과 편향에 ReLU, 풀링, 배치 정규화가 받는 값마다 2를 더함(ReLU와 풀링은 모듈로 한 번, 그 안의 함수로 \
      다시 한 번 셈)
      """
    case .torchinfo: "편향까지 포함한 매개변수를 합성곱이 쓰는 자리마다 한 번씩 셈"
    case .flopCounter: "MAC마다 2, 그 밖에는 없음"
    case .receptiveField: "합성곱의 MAC마다 2, 편향을 더할 때마다 1, 분류기는 뺌"
    }
  }

  package func activations(ofWeightLayers outputs: Int, twice: Int, here: Int) -> String {
    """
    활성화 값의 수도 마찬가지로 다릅니다. timm과 fvcore는 합성곱과 완전 연결 층의 출력을 셉니다. 여기서는
    \(grouped(outputs))개, 줄여서 \(abbreviated(outputs))입니다. torchinfo의 "forward/backward pass size"는
    매개변수가 있는 모든 층의 출력을 4바이트씩 두 번 셉니다. 여기서는
    \(decimal(twice, per: 1_000_000, places: 2)) MB입니다. vggc summary의 \(with(bytes(here), .topic))
    제자리(in-place)에서 계산하지 않는 모든 층의 출력을 한 번씩 센 것입니다.
    """
  }

  package func courseNotes(values: Int) -> String {
    """
    CS231n 강의 노트는 VGG-16에서 이미지와, 합성곱, 풀링, 완전 연결 층이 계산하는 값을 나열합니다. 같은
    규칙으로 세면 여기서는 \(grouped(values))개입니다. 그 목록 아래에 적힌 합계 24M개(93 MB)는 잘못된
    것으로, 목록을 그대로 더하면 15.2M개(61 MB)입니다.
    """
  }

  package func receptiveFieldCalculators(_ field: ReceptiveField) -> String {
    """
    층마다 간격도 함께 구하는 수용 영역 계산기에서는 같은 크기가 나옵니다. Araujo, Norris, Sim(Distill 2019;
    google-research/receptive_field)은 크기, 유효 보폭, 유효 패딩을 구하며, 여기서는 위의 수와 같은
    \(grouped(field.size)), \(grouped(field.jump)), \(grouped(field.padding))입니다. Dang Ha The Hien의
    설명을 따르는 계산기는 패딩 대신 "start"를 구합니다. 첫 픽셀의 중심을 0.5로 볼 때, 첫 값이 보는 범위의
    중심입니다.
    """
  }

  package func denseView(kernel: Int, _ formula: String) -> String {
    "첫 완전 연결 층을 \(kernel)x\(kernel) 합성곱으로 세는 도구의 값: \(formula)"
  }

  package func commonMistake(_ size: Int, _ field: ReceptiveField) -> String {
    let verdict =
      size == field.size.height
      ? "우연히 맞습니다." : "올바른 값은 \(grouped(field.size))입니다."
    return """
      흔한 실수는 풀링마다 수용 영역에 보폭을 곱하고 합성곱마다 커널 - 1을 더하는 것입니다. 그러면 여기서는
      \(with(grouped(size), .subject)) 나오며, \(verdict) VGG-16에서는 212가 아니라 308이 나오고,
      weiliu89/caffe issue 164에 그 예가 있습니다. torch-scan도 pull request 33 전에는 같은 값을
      구했습니다.
      """
  }
}
