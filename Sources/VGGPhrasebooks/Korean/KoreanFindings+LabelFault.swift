import VGGDiagnostics
import VGGFiles
import VGGFindings

extension KoreanFindings {
  /// The reason why a labels file cannot be used, and the remedy.
  ///
  /// - Parameter path: the file's path, for the command that converts it.
  package func words(for fault: LabelFault, in path: String) -> String {
    switch fault {
    case .notUTF8: "UTF-8이 아닙니다"
    case .otherFormat(let format):
      "\(name(of: format))입니다. \(remedy(for: format) ?? "레이블은 한 줄에 클래스 이름 하나씩 적은 텍스트입니다")"
    case .unclear:
      "Python, JSON, YAML의 목록이나 매핑이지만 출력 순서대로 적은 이름이 아닙니다. 한 줄에 클래스 이름 하나씩 적거나, "
        + "Python의 딕셔너리라면 다음 명령으로 바꾸세요: \(labelConversion(of: path))"
    case .numbering(let missing, let count):
      "번호가 붙은 이름 \(grouped(count))개의 매핑인데 \(missing)번이 없습니다. 0번부터 번호를 붙이거나, 한 줄에 클래스 이름 "
        + "하나씩 적으세요"
    }
  }
}
