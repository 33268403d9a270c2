extension LessonTexts {
  package static let korean = LessonTexts(
    image: "이미지",
    classifier: "분류기",
    parameters: "매개변수",
    macs: "MAC",
    memory: "메모리",
    notation: """
      모양은 배치(batch)를 뺀 채널(channel) x 높이 x 너비로 적습니다. 층 이름은 논문 저자들의 Caffe 모델을
      따릅니다. 블록은 풀링(pooling) 층으로 끝나고, conv3_2는 셋째 블록의 둘째 합성곱이며, 완전 연결 층의 번호는 블록 번호에 이어집니다.
      그 옆에 torchvision의 이름(features.0, classifier.3)이 있으며, 가중치 파일의 텐서(tensor) 이름도 이
      이름으로 시작합니다.
      """,
    formulasHeading: "공식",
    slidingWindow: """
      합성곱과 풀링은 특성맵(feature map) 위에서 커널(kernel) x 커널 크기의 창을 보폭(stride, 스트라이드)만큼씩
      옮깁니다. 그 전에 특성맵 둘레를 0으로 채우는데, 이를 패딩(padding)이라고 합니다. 최대 풀링에서는 -∞로
      채웁니다. 창을 놓을 수 있는 세로 위치의 수가 출력의 행 수이고, 가로 위치의 수가 열 수입니다.
      """,
    sizeFormula: ["출력 = floor((입력 + 2*패딩 - 커널)/보폭) + 1"],
    dilatedSizeFormula: ["출력 = floor((입력 + 2*패딩 - 팽창*(커널 - 1) - 1)/보폭) + 1"],
    roundingUp: """
      ceil: true인 풀링은 내림 대신 올림을 하므로 마지막 창이 아래쪽이나 오른쪽 가장자리를 넘을 수
      있습니다. 다만 특성맵과 앞쪽 패딩을 벗어난 곳에서 시작하는 창은 세지 않습니다.
      """,
    convolutionCosts: """
      합성곱에는 출력 채널마다 필터(filter)가 하나씩 있고, 필터의 깊이는 입력 채널 수와 같습니다. 편향(bias)을 끄지
      않는 한 필터마다 편향도 하나씩 있습니다. 출력값 하나를 계산하려면 필터의 값마다 곱셈과 덧셈을 한 번씩
      합니다. 이 곱셈-누산(multiply-add)을 MAC이라고 합니다.
      """,
    convolutionFormulas: [
      "매개변수 = 출력 채널 * (입력 채널*커널*커널) + 출력 채널",
      "MAC      = 출력 채널 * 높이 * 너비 * (입력 채널*커널*커널)",
    ],
    groupedConvolutionFormulas: [
      "매개변수 = 출력 채널 * (입력 채널/그룹*커널*커널) + 출력 채널",
      "MAC      = 출력 채널 * 높이 * 너비 * (입력 채널/그룹*커널*커널)",
    ],
    fullyConnectedCosts: "완전 연결 층에는 입력과 출력의 모든 쌍마다 가중치(weight)가 하나씩 있습니다.",
    fullyConnectedFormulas: ["매개변수 = 출력 수 * 입력 수 + 출력 수", "MAC      = 출력 수 * 입력 수"],
    channelLoopHeading: "in_channels = v가 하는 일",
    everyLayerHeading: "모든 층",
    rectified: "max(0, x), 그 자리에서 바꿈; 학습하는 값 없음",
    exponentialShare: "e^x / (모든 e^x의 합), 그래서 모두 더하면 1",
    normalized: "(x - 평균)/sqrt(분산 + 0.00001) * γ + β, 채널마다 하나씩",
    normalizedVector: "(x - 평균)/sqrt(분산 + 0.00001) * γ + β, 값마다 하나씩",
    largestOfChannel: "채널 전체에서 가장 큰 값",
    meanOfChannel: "채널 전체의 평균",
    flattenedOrder: "채널별로, 채널 안에서는 행별로",
    doesNothing: "값을 바꾸지 않음",
    receptiveFieldsHeading: "값 하나가 보는 범위: 수용 영역",
    receptiveFieldMeaning: """
      어떤 값의 수용 영역(receptive field)은 그 값에 영향을 주는 이미지의 부분이며, 크기는 한 변의 픽셀 수로
      나타냅니다. 픽셀 하나는 자기 자신만 봅니다. 창 하나를 지날 때마다 수용 영역은 (커널 - 1) * 간격만큼
      넓어집니다. 간격(jump)은 이웃한 두 값이 보는 위치 사이의 거리(픽셀)입니다. 층을 지날 때마다 간격에 보폭이 곱해지므로, 같은 3x3 커널이라도 풀링을 지날
      때마다 수용 영역을 더 많이 넓힙니다.
      """,
    receptiveFieldFormulas: ["수용 영역 = 수용 영역 + (커널 - 1)*간격", "간격 = 간격 * 보폭"],
    dilatedReceptiveFieldFormulas: ["수용 영역 = 수용 영역 + (커널 - 1)*팽창*간격", "간격 = 간격 * 보폭"],
    rectangularFields: """
      이 네트워크에는 높이와 너비가 다른 창이 있으므로 행과 열을 따로 셉니다. 수가 두 개이면 높이 x 너비입니다.
      """,
    firstWindowReach: """
      패딩은 첫 창이 이미지 가장자리를 얼마나 넘어가는지를 나타내며, 층마다 그 층의 패딩 * 간격만큼 늘어납니다.
      0부터 센 i번째 값이 보는 픽셀은 다음과 같습니다.
      """,
    pixelsSeenFormula: "i*간격 - 패딩부터 i*간격 - 패딩 + 수용 영역 - 1까지",
    receptiveFieldColumns:
      .init(
        after: "지난 층", map: "특성맵", sees: "수용 영역", jump: "간격", padding: "패딩",
        pixels: "첫 값이 보는 픽셀"),
    dilationHeading: "팽창(dilation)이 하는 일",
    dilationOnMaps: """
      패딩이 커널이 걸치는 범위의 절반이면 특성맵의 크기가 그대로입니다. DeepLab의 VGG-16은 마지막 풀링들의 보폭을
      1로 하고 그 뒤의 합성곱을 팽창시킵니다. 그러면 같은 가중치로 이미지를 전과 같은 넓이로 보면서도 특성맵은 더
      크게 남습니다.
      """,
    groupsHeading: "그룹이 하는 일",
    groupsMeet: """
      서로 다른 그룹의 채널은 그룹이 없는 다음 합성곱에서야 만나며, 그 합성곱은 흔히 1x1입니다. 깊이별(depthwise)
      합성곱과 1x1 합성곱을 함께 쓰면 훨씬 적은 가중치로 보통 합성곱과 같은 범위를 봅니다.
      """,
    paddingCounted: "패딩은 0으로 세어 넣음",
    paddingNotCounted: "패딩은 세지 않음",
    stacksHeading: "작은 커널을 여러 번 쓰는 이유",
    stackReceptiveFields: """
      3x3 합성곱을 두 번 지난 값은 첫 합성곱이 받은 특성맵의 5x5를 보고, 세 번 지난 값은 7x7을 봅니다. 한 번
      지날 때마다 2씩 넓어지기 때문입니다.
      """,
    stackReasons: """
      그래서 3x3 층 둘은 5x5 층 하나가 보는 만큼 보고, 셋은 7x7 층 하나가 보는 만큼 봅니다. 논문 2.3절은 여러
      번 쓰는 쪽이 나은 이유를 두 가지 듭니다. 층마다 활성화 함수(activation function) ReLU가 있어 더 많은 것을 구별할 수 있고,
      가중치가 더 적습니다. 편향을 뺀 가중치 수는 다음과 같습니다.
      """,
    stackGeneralCounts: """
      입력과 출력 채널이 C개이면 2 * 9 * C^2 = 18 * C^2 대 25 * C^2이고, 27 * C^2 대 49 * C^2입니다. 7x7 커널
      하나는 가중치가 81% 더 많습니다.
      """,
    stackColumns:
      .init(
        stack: "합성곱 묶음", sees: "수용 영역", weights: "묶음의 가중치", oneKernel: "커널 하나",
        ratio: "비율"),
    classifierInputHeading: "분류기의 입력은 어디에서 오는가",
    lastMapHeading: "마지막 특성맵의 크기",
    mapsOfOtherSizes: "다른 크기의 이미지도 같은 네트워크를 지나며, 특성맵의 크기와 MAC이 달라집니다(*는 설정된 크기).",
    denseFormHeading: "완전 합성곱 형태의 분류기",
    scoreMapFormula: "높이가 H, 너비가 W인 이미지에서 점수 맵의 크기는 다음과 같습니다.",
    scoreMap: "점수 맵",
    flatteningMeaning: """
      평탄화(flatten)는 마지막 특성맵을 채널별로, 채널 안에서는 행별로 한 줄로 늘어놓습니다. 그래서 벡터의 값
      수는 특성맵의 값 수와 같습니다.
      """,
    mapBeforeAdaptivePooling: "적응형 풀링이 받는 특성맵의 크기는 이미지의 행 수 H와 열 수 W에서 나옵니다.",
    noClosedFormula: """
      이 네트워크의 층들은 이미지 크기에 대한 공식 하나로 나타낼 수 없습니다. 올림(ceil)이나 가장자리의 창이
      예외를 만들기 때문입니다. 아래 표는 층마다 계산한 값입니다.
      """,
    closedFormula: """
      행이 H개, 열이 W개인 이미지라면 한 층의 공식을 다음 층의 공식에 차례로 대입할 수 있습니다. 내림을 두 번 한 것은
      한 번 한 것과 같으므로(floor(floor(n/a)/b) = floor(n/(a*b))) 공식 하나만 남습니다.
      """,
    flattenedVariable: "입력 수",
    sizeColumns:
      .init(
        image: "이미지", lastMap: "마지막 특성맵", classifierInput: "입력 수",
        firstLinear: "첫 완전 연결 층",
        parameters: "전체 매개변수", macs: "MAC"),
    otherSizesHeading: "다른 크기의 이미지: 세 가지 방법",
    wayColumns:
      .init(
        image: "이미지", lastMap: "마지막 특성맵", flattened: "평탄화", parameters: "매개변수",
        pooled: "풀링 뒤", dense: "완전 합성곱"),
    none: "없음",
    localResponseHeading: "국소 응답 정규화와 두 가지 alpha",
    localResponseMeaning: """
      국소 응답 정규화(local response normalization, LRN)는 같은 위치에 있는 이웃 채널들의 값을 제곱해 더하고, 그
      합에서 구한 수로 각 값을 나눕니다. 그래서 강한 응답이 이웃 채널의 응답을 약하게 만듭니다.
      """,
    localResponseInThePaper: """
      VGG 논문은 LRN이 도움이 되지 않음을 확인하고(A-LRN이 A보다 낫지 않음, 4.1절) 더 깊은 네트워크에서는
      뺐습니다.
      """,
    batchNormalizationHeading: "배치 정규화",
    otherToolsHeading: "다른 도구는 이 네트워크의 연산을 어떻게 세는가",
    whatCanBeCompared: """
      그러므로 두 수는 같은 도구에서 나왔거나 둘 다 MAC일 때만 비교할 수 있습니다. 논문의 "FLOPs"는 MAC일 때가
      많습니다. ResNet 논문은 VGG-19가 196억 FLOPs라고 하면서 곱셈-누산을 뜻한다고 밝힙니다. 둘을 따로 세면
      VGG-16은 310억이 되는데, 155억이라고 적은 글도 있습니다.
      """,
    denseFormInTools: """
      분류기는 합성곱으로 적었을 때의 수입니다. 생성된 PyTorch 코드에서는 DenseLinear 클래스가 이 합성곱을 계산하는데,
      thop, ptflops, torchinfo는 아는 모듈만 세므로 이를 빠뜨립니다.
      """,
    toolColumns: .init(tool: "도구", count: "연산 수", short: "줄여서", meaning: "세는 것"),
    overflow: "64비트 초과",
    stopHeading: "여기에서 멈춥니다",
    kernelColumns:
      .init(
        layers: "층", network: "네트워크", sees: "수용 영역", weights: "가중치", inSquares: "C^2 단위",
        ratio: "비율", macs: "MAC", activations: "ReLU"),
    kernelColumnsMeaning: """
      가중치에는 편향을 넣지 않았습니다. C^2 단위는 가중치를 채널 수의 제곱으로 나눈 값입니다. 7x7 하나가 49일 때
      3x3 셋은 3 * 9 = 27입니다. 합성곱마다 활성화 함수 ReLU가 뒤따르므로, 묶음에는 비선형(nonlinear) 단계가
      층 수만큼 있고 큰 커널에는 하나뿐입니다.
      """,
    wholeNetworkHeading: "네트워크 전체",
    wholeNetworkMeaning: """
      같은 설정에서 3x3 합성곱만 바꾼 것입니다. 다른 층 사이에서 이어지는 3x3 합성곱들을 그만큼 보는 합성곱
      하나로 바꾸거나, 3x3 하나하나를 큰 커널로 바꿉니다. 특성맵 크기는 그대로이므로 분류기는 같습니다. 가중치와
      MAC은 합성곱의 것만 셌습니다.
      """,
    asConfigured: "설정 그대로",
    paperOnKernels: """
      논문도 이를 실험했습니다(4.1절). 구성 B에서 3x3 합성곱 두 개를 5x5 하나로 바꾼 네트워크는 수용 영역이
      같은데도 가운데를 잘라 낸 이미지에서 top-1 오류율이 7% 더 높았습니다.
      """,
    nameAndDate: "이름 ____________________  날짜 ____________",
    reminders: "참고",
    notationReminder: """
      conv3-64는 커널 3x3, 출력 채널 64개, 보폭 1, 패딩 1인 합성곱입니다. conv1은 커널이 1x1이고 패딩이
      0입니다. maxpool은 창 2x2, 보폭 2인 최대 풀링입니다. 보폭과 패딩이 이와 다르면 뒤에 적습니다. /2는 보폭
      2, pad 0은 패딩 0입니다.
      """,
    arithmeticHeading: "풀이",
    right: "맞았습니다.")
}
