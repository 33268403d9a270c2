import VGGDiagnostics
import VGGGraph

extension Korean {
  package func sumOfSquares(overChannels size: Int) -> String { "채널 \(size)개의 제곱합" }

  package func twoAlphas(of norm: LocalResponseNorm, factor: String) -> String {
    """
    alpha라는 이름은 두 가지 뜻으로 쓰입니다. VGG 논문이 값을 가져온 Krizhevsky의 논문(n 5, alpha 1e-4,
    beta 0.75, k 2)은 합에 alpha를 그대로 곱합니다. PyTorch와 ONNX, Caffe는 먼저 alpha를 크기로 나누며,
    vggc도 그렇습니다. 여기서 alpha는 \(plain(norm.alpha)), 크기는 \(norm.size)이므로 제곱 하나에 곱해지는 수는
    \(plain(norm.alpha))/\(norm.size) = \(factor)이고, Krizhevsky가 alpha라고 부르는 값이 이것입니다.
    1e-4를 그 도구들에 그대로 옮기면 정규화가 다섯 배 약해집니다. Caffe의 AlexNet에서 실제로 있었던
    일입니다(BVLC/caffe issue 1453).
    """
  }

  package func normAfterOther(named layer: String, after previous: String) -> String {
    """
    \(layer) 층은 합성곱이 아니라 \(previous) 층 다음에 옵니다. 그래서 가중치에 합칠 수 없고, 추론할 때도 따로
    계산합니다. ReLU 다음에 오면 일부 값이 다시 음수가 되어 다음 합성곱에 전달됩니다.
    """
  }

  package func batchNormalization(of norm: BatchNorm2d, named layer: String) -> String {
    """
    2014년 논문에는 배치 정규화(batch normalization)가 없습니다. torchvision의 _bn 변형은 합성곱마다 하나씩 둡니다.
    학습할 때는 배치 전체에서 채널마다 평균을 빼고 표준편차로 나누어 평균 0, 분산 1로 만든 다음, 학습하는 두 수인
    스케일(scale) γ를 곱하고 시프트(shift) β를 더합니다.
    \(layer)에서는 매개변수가 2 * \(norm.channels) = \(grouped(2 * norm.channels))개입니다. 추론할 때는
    배치 대신 평균과 분산의 이동 평균을 씁니다. 이것은 가중치 파일에 저장되지만 학습하는 값이 아니므로 매개변수
    수에 넣지 않습니다. 이때 채널마다 네 수가 모두 상수여서 앞의 합성곱에 합칠 수 있습니다. 그래서 배치 정규화는 MAC
    계산에 넣지 않습니다.
    """
  }
}
