import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: UnevenGroups) -> FindingWords {
    let (inputs, outputs) = (finding.inputs, finding.outputs)
    let source = Note("입력 채널 \(inputs)개는 여기서 정해집니다", at: finding.source)
    switch finding.groups {
    case .depthwise:
      return FindingWords(
        "깊이별 합성곱의 출력 채널 \(outputs)개가 입력 채널(그룹) \(inputs)개로 나누어떨어지지 않습니다",
        label: division(of: outputs, by: inputs),
        notes: [
          source,
          Note("나누어떨어지는 가장 가까운 출력 채널 수는 \(finding.nearestOutputs)개입니다"),
        ])
    case .count(let groups):
      let input = inputs.isMultiple(of: groups) ? nil : "입력 채널 \(inputs)개"
      let output = outputs.isMultiple(of: groups) ? nil : "출력 채널 \(outputs)개"
      let channels = [input, output].compactMap { $0 }.joined(separator: "와 ")
      return FindingWords(
        "\(with(channels, .subject)) 그룹 \(groups)개로 나누어떨어지지 않습니다",
        label: division(of: input == nil ? outputs : inputs, by: groups),
        notes: [source, Note(dividing(finding))])
    }
  }

  private func dividing(_ finding: UnevenGroups) -> String {
    let isSame = finding.inputs == finding.outputs
    let both =
      isSame ? "\(finding.inputs)" : "\(with("\(finding.inputs)", .and)) \(finding.outputs)"
    let name = "\(both)의 \(isSame ? "약수" : "공약수")"
    let divisors = finding.divisors
    return divisors == [1]
      ? "\(name): 1뿐" : "\(name): \(listed(divisors.map { "\($0)" }))"
  }

  static let unevenGroups = FindingExplanation(
    title: "합성곱의 채널이 그룹 수로 나누어떨어지지 않습니다",
    meaning: """
      `groups: 4`인 합성곱은 나란히 놓인 합성곱 네 개입니다. 첫째는 입력 채널의 처음 4분의 1로 출력 채널의 처음 4분의 1을 \
      계산합니다. 그래서 그룹 수는 두 채널 수의 공약수여야 합니다. `groups: depthwise`는 입력 채널마다 그룹 하나를 만들며, 이때 \
      출력 채널 수는 입력 채널 수의 배수이고 대개는 같습니다. 이것을 깊이별(depthwise) 합성곱이라고 합니다.
      PyTorch는 층을 만들 때 "in_channels must be divisible by groups"라고 알립니다.
      """,
    repair: """
      참고에 나오는 약수를 쓰거나 채널 수를 바꾸세요.
      """)
}
