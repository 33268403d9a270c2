import VGGDiagnostics

extension Korean {
  package func heading(of topic: GlossaryTopic) -> String {
    switch topic {
    case .maps: "이미지와 특성맵"
    case .layers: "층"
    case .costs: "매개변수와 비용"
    case .training: "학습"
    case .evaluation: "평가"
    case .configurations: "설정과 진단"
    }
  }

  /// The Korean name with the English one in brackets: `보폭(stride, 스트라이드)`.
  package func heading(of term: GlossaryTerm) -> String {
    let (own, english) = (entry(for: term), English().entry(for: term).nameElsewhere)
    var others = own.others.filter { $0 != english }
    if english != own.name { others.insert(english, at: 0) }
    return others.isEmpty ? own.name : "\(own.name)(\(others.joined(separator: ", ")))"
  }

  package func entry(for term: GlossaryTerm) -> GlossaryEntry {
    switch term {
    case .tensor:
      GlossaryEntry("텐서", meaning: "차원이 몇 개든 격자로 늘어놓은 수.")
    case .shape:
      GlossaryEntry("모양", meaning: "텐서의 차원별 크기. 예: 64x112x112.")
    case .channel:
      GlossaryEntry("채널", meaning: "특성맵의 한 장. 컬러 이미지는 빨강, 초록, 파랑의 세 채널.")
    case .featureMap:
      GlossaryEntry("특성맵", meaning: "층의 출력: 채널 x 높이 x 너비.")
    case .receptiveField:
      GlossaryEntry("수용 영역", or: "RF", meaning: "특성맵의 값 하나에 영향을 주는 이미지의 부분.")
    case .jump:
      GlossaryEntry("간격", meaning: "이웃한 두 값의 수용 영역 사이의 거리(픽셀).")
    case .layer:
      GlossaryEntry("층", meaning: "네트워크가 하는 계산의 한 단계.")
    case .weightLayer:
      GlossaryEntry("가중치 층", meaning: "합성곱 층이나 완전 연결 층. VGG-16의 16은 가중치 층의 수.")
    case .convolution:
      GlossaryEntry("합성곱", meaning: "작은 가중치 창을 특성맵 위로 옮기며 자리마다 곱을 더하는 층.")
    case .filter:
      GlossaryEntry("필터", meaning: "출력 채널 하나를 계산하는 가중치: 입력 채널마다 커널 하나.")
    case .kernel:
      GlossaryEntry("커널", meaning: "창의 가중치. VGG에서는 거의 모두 입력 채널마다 3 x 3.")
    case .stride:
      GlossaryEntry("보폭", or: "스트라이드", meaning: "창이 한 번에 옮겨 가는 거리.")
    case .padding:
      GlossaryEntry("패딩", meaning: "3x3 창이 가장자리에도 놓이도록 특성맵 둘레에 두는 0.")
    case .dilation:
      GlossaryEntry("팽창", meaning: "커널에서 이웃한 두 가중치 사이의 거리. 틈이 없으면 1.")
    case .pooling:
      GlossaryEntry("풀링", meaning: "창 안의 값들을 값 하나로 바꾸는 층. 보폭이 2이면 높이와 너비가 절반.")
    case .maxPooling:
      GlossaryEntry("최대 풀링", meaning: "창마다 가장 큰 값을 남기는 풀링.")
    case .averagePooling:
      GlossaryEntry("평균 풀링", meaning: "창마다 평균을 남기는 풀링.")
    case .adaptiveAveragePooling:
      GlossaryEntry(
        "적응형 평균 풀링", meaning: "특성맵의 크기가 달라도 출력 크기가 같도록 창(구간)을 정하는 평균 풀링.")
    case .activationFunction:
      GlossaryEntry("활성화 함수", meaning: "값마다 적용하는 비선형 함수. 없으면 여러 층이 한 층과 같음.")
    case .relu:
      GlossaryEntry("ReLU", meaning: "활성화 함수 max(0, x). VGG에서는 합성곱마다 뒤따름.")
    case .batchNormalization:
      GlossaryEntry("배치 정규화", meaning: "채널마다 평균과 분산으로 정규화한 다음 스케일을 곱하고 시프트를 더하는 층.")
    case .localResponseNormalization:
      GlossaryEntry(
        "국소 응답 정규화", or: "LRN", meaning: "같은 위치에 있는 이웃 채널들의 값을 제곱해 더하고, 그 합에서 구한 수로 각 값을 나누는 층.")
    case .flatten:
      GlossaryEntry("평탄화", meaning: "특성맵을 채널별, 행별로 한 벡터로 펼치는 것.")
    case .fullyConnectedLayer:
      GlossaryEntry("완전 연결 층", meaning: "입력과 출력의 모든 쌍마다 가중치가 하나씩 있는 층.")
    case .hiddenLayer:
      GlossaryEntry("은닉층", meaning: "마지막 층 앞에 있는 완전 연결 층.")
    case .features:
      GlossaryEntry("특성 추출 층", meaning: "네트워크의 앞부분. 특성맵을 출력하는 합성곱 층과 풀링 층.")
    case .classifier:
      GlossaryEntry("분류기", meaning: "네트워크의 뒷부분. 클래스마다 점수를 하나씩 출력하는 완전 연결 층.")
    case .dropout:
      GlossaryEntry("드롭아웃", meaning: "학습할 때 값을 무작위로 0으로 바꾸는 층. 추론할 때는 값을 바꾸지 않음.")
    case .logit:
      GlossaryEntry("로짓", or: "점수", meaning: "소프트맥스를 지나기 전의 클래스별 출력.")
    case .softmax:
      GlossaryEntry("소프트맥스", meaning: "점수를 합이 1인 확률로 바꾸는 함수.")
    case .parameter:
      GlossaryEntry("매개변수", meaning: "학습으로 정해지는 값: 가중치, 편향, 배치 정규화의 스케일(γ)과 시프트(β).")
    case .weight:
      GlossaryEntry("가중치", meaning: "학습으로 정해지며 층이 입력값에 곱하는 수.")
    case .bias:
      GlossaryEntry("편향", meaning: "학습으로 정해지며 층이 출력 채널의 모든 값에 더하는 수.")
    case .scaleAndShift:
      GlossaryEntry("스케일과 시프트", or: "γ와 β", meaning: "배치 정규화가 채널마다 곱하고 더하는 수. 학습으로 정해짐.")
    case .runningMean:
      GlossaryEntry(
        "이동 평균", or: "이동 분산", meaning: "배치 정규화가 학습하는 동안 모아 두었다가 추론할 때 쓰는 통계. 매개변수가 아님.")
    case .multiplyAdd:
      GlossaryEntry("곱셈-누산", or: "MAC", meaning: "곱셈 한 번과 덧셈 한 번. 연산량의 단위.")
    case .operationCount:
      GlossaryEntry("연산량", meaning: "이미지 한 장을 계산하는 데 드는 곱셈-누산의 횟수.")
    case .activations:
      GlossaryEntry("활성화 값", meaning: "이미지 한 장에 대해 층들이 계산하는 값.")
    case .peakMemory:
      GlossaryEntry("최대 메모리 사용량", meaning: "활성화 값이 한순간에 차지하는 메모리의 최댓값.")
    case .inPlace:
      GlossaryEntry("제자리", meaning: "메모리를 더 쓰지 않고 입력을 출력으로 바꾸는 계산.")
    case .class:
      GlossaryEntry("클래스", meaning: "'고양이'처럼 나올 수 있는 답의 하나. 네트워크의 출력은 클래스마다 하나.")
    case .label:
      GlossaryEntry("레이블", meaning: "클래스의 이름, 또는 사진의 정답 클래스.")
    case .trainingSet:
      GlossaryEntry("훈련 데이터", meaning: "네트워크가 학습하는 사진.")
    case .validationSet:
      GlossaryEntry("검증 데이터", meaning: "학습에 쓰지 않고 네트워크나 학습 방법을 고르는 데 쓰는 사진.")
    case .testSet:
      GlossaryEntry("테스트 데이터", meaning: "학습에도 선택에도 쓰지 않고 마지막 평가에만 쓰는 사진.")
    case .forwardPass:
      GlossaryEntry("순전파", meaning: "이미지에서 출력까지 차례로 하는 계산.")
    case .loss:
      GlossaryEntry("손실", meaning: "출력이 얼마나 틀렸는지를 나타내는 수. 학습은 이 수를 줄이는 일.")
    case .crossEntropy:
      GlossaryEntry("교차 엔트로피", meaning: "분류의 손실. 정답 클래스의 확률의 로그에 음의 부호를 붙인 값.")
    case .backwardPass:
      GlossaryEntry("역전파", meaning: "마지막 층에서 첫 층까지 거꾸로 가며 모든 기울기를 구하는 계산.")
    case .gradient:
      GlossaryEntry("기울기", meaning: "어떤 수를 조금 바꿀 때 손실이 변하는 정도.")
    case .batch:
      GlossaryEntry("배치", or: "미니배치", meaning: "한 스텝에 함께 계산하는 사진들.")
    case .step:
      GlossaryEntry("스텝", meaning: "배치 하나의 기울기로 매개변수를 한 번 고치는 것.")
    case .epoch:
      GlossaryEntry("에포크", meaning: "모든 훈련 사진을 한 번씩 쓰는 것.")
    case .optimizer:
      GlossaryEntry("옵티마이저", meaning: "기울기로 매개변수를 고치는 규칙. 예: SGD.")
    case .learningRate:
      GlossaryEntry("학습률", meaning: "옵티마이저가 한 번에 고치는 크기.")
    case .momentum:
      GlossaryEntry("모멘텀", meaning: "앞 스텝에서 고친 양 가운데 다음 스텝에 더하는 비율.")
    case .weightDecay:
      GlossaryEntry("가중치 감쇠", meaning: "스텝마다 가중치를 조금씩 줄이는 것.")
    case .gradientClipping:
      GlossaryEntry("기울기 클리핑", meaning: "기울기가 한도보다 크면 한도까지 줄이는 것.")
    case .labelSmoothing:
      GlossaryEntry("레이블 스무딩", meaning: "목표 확률의 일부를 모든 클래스에 고르게 나누는 것.")
    case .seed:
      GlossaryEntry("시드", meaning: "무작위 선택을 모두 정하는 수. 같으면 결과를 재현할 수 있음.")
    case .preprocessing:
      GlossaryEntry("전처리", meaning: "사진의 크기를 조정하고, 자르고, 정규화해 네트워크의 입력으로 만드는 것.")
    case .augmentation:
      GlossaryEntry("데이터 증강", meaning: "자르기나 좌우 반전으로 훈련 사진을 볼 때마다 무작위로 바꾸는 것.")
    case .transferLearning:
      GlossaryEntry("전이 학습", meaning: "다른 문제로 학습한 가중치에서 시작하는 학습.")
    case .freezing:
      GlossaryEntry("동결하다", meaning: "학습하는 동안 층의 매개변수를 그대로 두다.")
    case .inference:
      GlossaryEntry("추론", or: "예측", meaning: "학습한 네트워크로 사진에 대한 출력을 계산하는 것.")
    case .accuracy:
      GlossaryEntry("정확도", meaning: "확률이 가장 높은 클래스가 정답인 사진의 비율.")
    case .topFive:
      GlossaryEntry("top-5", meaning: "정답이 확률이 높은 다섯 클래스 안에 있는 사진의 비율.")
    case .confusionMatrix:
      GlossaryEntry("혼동 행렬", meaning: "클래스마다 사진이 어느 클래스로 예측되었는지 센 표.")
    case .precision:
      GlossaryEntry("정밀도", meaning: "어떤 클래스로 예측한 사진 가운데 실제로 그 클래스인 비율.")
    case .recall:
      GlossaryEntry("재현율", meaning: "어떤 클래스의 사진 가운데 그 클래스로 예측한 비율.")
    case .configuration:
      GlossaryEntry("설정", meaning: "네트워크를 적은 YAML 파일.")
    case .builtIn:
      GlossaryEntry("내장", meaning: "vggc에 들어 있는 설정: 논문의 A부터 E까지, torchvision의 vgg11부터 vgg19까지.")
    case .key:
      GlossaryEntry("키", meaning: "콜론 앞의 이름. 예: `features`.")
    case .mapping:
      GlossaryEntry("매핑", meaning: "키와 값의 짝들: `{conv: 64, kernel: 5}`.")
    case .list:
      GlossaryEntry("목록", meaning: "차례로 적은 값들: `[64, M, 128, M]`.")
    case .entry:
      GlossaryEntry("항목", meaning: "목록의 한 원소. 예: `features`의 층 하나.")
    case .defaultValue:
      GlossaryEntry("기본값", meaning: "파일에 적지 않은 키의 값.")
    case .anchor:
      GlossaryEntry("앵커", meaning: "다시 쓸 수 있도록 값에 붙인 이름: `&name`.")
    case .alias:
      GlossaryEntry("별칭", meaning: "앵커를 붙인 값을 다시 쓰는 것: `*name`.")
    case .diagnostic:
      GlossaryEntry("진단", meaning: "파일의 한 위치에 대한 오류나 경고.")
    case .fix:
      GlossaryEntry("수정", meaning: "진단을 해결하도록 파일을 바꾸는 것: `vggc check --fix`.")
    }
  }
}
