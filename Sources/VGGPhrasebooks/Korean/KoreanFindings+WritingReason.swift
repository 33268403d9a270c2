import VGGDiagnostics
import VGGFiles
import VGGFindings

extension KoreanFindings {
  package func writingReason(_ text: String) -> String {
    let folder = WritingObstacle.missingFolder
    guard text.hasPrefix(folder) else {
      return WritingObstacle(rawValue: text).map { words(for: $0) } ?? systemReason(text)
    }
    let parts = text.dropFirst(folder.count).split(separator: ": ", maxSplits: 1).map(String.init)
    let reason = parts.count == 2 ? ": \(writingReason(parts[1]))" : ""
    return "폴더를 만들 수 없습니다: \(parts.first ?? "")\(reason)"
  }

  private func words(for obstacle: WritingObstacle) -> String {
    switch obstacle {
    case .readOnly: "읽기 전용입니다. `chmod u+w`로 쓸 수 있게 하세요"
    case .exists: "이미 있습니다. 다른 폴더를 지정하거나 지우세요"
    case .endingSlash: "폴더 이름처럼 슬래시로 끝납니다. 파일 이름을 적으세요"
    case .emptyName: "이름이 비어 있습니다"
    case .folder: "폴더임"
    case .linkLoop: "심벌릭 링크가 서로를 가리킴"
    case .interruption: "중단됨"
    case .file: "같은 이름의 파일이 있음"
    case .content: "내용을 생성할 수 없음"
    }
  }
}
