import VGGDiagnostics

extension Korean {
  package func channelLoop(imageChannels: Int) -> String {
    """
    torchvision은 [64, 64, "M", 128] 같은 목록을 도는 반복문으로 특성 추출 층(features)을
    만듭니다(torchvision/models/vgg.py의 make_layers). 반복을 시작하기 전의 in_channels는 이미지의 채널 수
    \(grouped(imageChannels))입니다. 숫자 v를 만날 때마다 Conv2d(in_channels, v)를 더한 다음 in_channels =
    v로 바꿉니다. 이번 합성곱의 출력 채널 수가 다음 합성곱의 입력 채널 수가 되기 때문입니다. 이 줄이 없으면 모든
    합성곱의 입력 채널이 \(grouped(imageChannels))개로 고정되어, 둘째 합성곱부터 입력과 맞지 않습니다. "M"은
    in_channels를 그대로 둡니다. 풀링은 채널마다 따로 계산하기 때문입니다. 아래에서 합성곱마다 in_channels
    줄이 이 두 단계를 보여 줍니다.
    """
  }
}
