import VGGDiagnostics
import VGGGraph

extension Korean {
  package func dilatedKernel(_ run: DilatedRun) -> String {
    let (kernel, dilation) = (run.window.kernel, run.window.dilation)
    return """
      팽창된 커널에는 틈이 있습니다. 팽창이 \(grouped(dilation))이면 커널에서 이웃한 값들이 특성맵에서는
      \(grouped(dilation))칸씩 떨어진 값에 곱해집니다. 그래서 크기가 \(kernel)인 커널은 가중치 \(kernel)개로 (\(kernel) - 1)*\(dilation) + 1 =
      \(grouped(run.window.extent))개의 행이나 열에 걸칩니다. 이런 합성곱 \(run.count)개를 차례로 지난 값의 수용 영역은
      다음과 같습니다.
      """
  }

  package func dilatedGaps(_ run: DilatedRun) -> String {
    """
    팽창이 없는 합성곱은 같은 수의 가중치로 \(grouped(run.plainSize))칸만 봅니다. 다만 팽창된 합성곱이 보는 \(grouped(run.size))칸 가운데 실제로
    영향을 주는 것은 \(grouped(run.window.dilation))칸마다 하나씩, \(grouped(run.plainSize))개뿐입니다. 같은 팽창을 거듭하면
    나머지는 빠지며, 그 사이에 팽창이 없는 합성곱을 두면 틈이 모두 또는 일부 메워집니다.
    """
  }

  package func groups(of convolution: Conv2d, named name: String) -> String {
    let (groups, inputs) = (convolution.groups, convolution.groupChannels)
    return """
      그룹이 있는 합성곱은 합성곱 여러 개를 나란히 놓은 것입니다. 그룹마다 맡은 입력 채널만으로 출력 채널을
      계산하므로 필터의 깊이는 그룹의 채널 수와 같습니다. \(name)에는 입력 채널이 \(grouped(inputs))개인 그룹이
      \(grouped(groups))개 있습니다. 편향을 뺀 가중치 수와, 그룹이 없을 때의 가중치 수는 다음과 같습니다.
      """
  }
}
