import VGGDiagnostics

extension Korean {
  package var formulasHeading: String { "공식" }

  package var slidingWindow: String {
    """
    합성곱과 풀링은 특성맵 위에서 커널 x 커널 크기의 창을 보폭만큼씩 옮깁니다. 그 전에 패딩이 특성맵 둘레를
    0으로 두릅니다(최대 풀링에서는 결코 최댓값이 되지 않는 값으로 두릅니다). 창이 놓일 수 있는 자리의 수가
    출력의 행 수가 되고, 열도 마찬가지입니다.
    """
  }

  package var sizeFormula: [String] {
    ["출력 = floor((입력 + 2*패딩 - 커널)/보폭) + 1"]
  }

  package var roundingUp: String {
    """
    ceil: true인 풀링은 내림 대신 올림을 하므로 마지막 창이 먼 쪽 가장자리 밖으로 걸칠 수 있습니다. 다만
    특성맵과 패딩을 지난 곳에서 시작하게 되는 창은 다시 빠집니다.
    """
  }

  package var convolutionCosts: String {
    """
    합성곱은 출력 채널마다 커널을 하나씩 가지며, 커널의 깊이는 입력 채널 수와 같습니다. 편향을 끄지 않는 한
    커널마다 편향도 하나씩 있습니다. 출력값 하나를 계산하려면 커널의 값마다 곱셈과 덧셈을 한 번씩
    합니다(MAC 하나).
    """
  }

  package var convolutionFormulas: [String] {
    [
      "매개변수 = 출력 채널 * (입력 채널*커널*커널) + 출력 채널",
      "MAC      = 출력 채널 * 높이 * 너비 * (입력 채널*커널*커널)",
    ]
  }

  package var fullyConnectedCosts: String {
    "완전 연결 층에는 입력과 출력의 짝마다 가중치가 하나씩 있습니다."
  }

  package var fullyConnectedFormulas: [String] {
    ["매개변수 = 출력 수 * 입력 수 + 출력 수", "MAC      = 출력 수 * 입력 수"]
  }

  package var channelLoopHeading: String { "in_channels = v가 하는 일" }

  package func channelLoop(imageChannels: Int) -> String {
    """
    torchvision은 [64, 64, "M", 128] 같은 목록을 도는 반복문으로 특성 추출 층을
    만듭니다(torchvision/models/vgg.py의 make_layers). 반복을 시작하기 전의 in_channels는 이미지의 채널 수
    \(grouped(imageChannels))입니다. 숫자 v를 만날 때마다 Conv2d(in_channels, v)를 더한 다음 in_channels =
    v로 바꿉니다. 이번 합성곱이 내는 채널 수만큼을 다음 합성곱이 받아야 하기 때문입니다. 이 줄이 없으면 모든
    합성곱이 채널 \(grouped(imageChannels))개짜리로 만들어지고, 둘째 합성곱은 입력을 받지 못합니다. "M"은
    in_channels를 그대로 둡니다. 풀링은 채널마다 따로 일하기 때문입니다. 아래에서 합성곱마다 in_channels
    줄이 이 두 단계를 보여 줍니다.
    """
  }
}
