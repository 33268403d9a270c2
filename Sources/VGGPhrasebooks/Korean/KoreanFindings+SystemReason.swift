import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  /// The system's reason for not reading a file, in Korean; unchanged if there is no translation.
  package func systemReason(_ text: String) -> String {
    let wanted = text.lowercased()
    return Self.systemReasons.first { $0.english.lowercased() == wanted }?.korean ?? text
  }

  private static let systemReasons: [(english: String, korean: String)] = [
    ("No such file or directory", "그런 파일이나 폴더가 없음"),
    ("Permission denied", "권한이 없음"),
    ("Is a directory", "폴더임"),
    ("Not a directory", "폴더가 아님"),
    ("File exists", "이미 있음"),
    ("Input/output error", "입출력 오류"),
    ("No space left on device", "디스크에 남은 공간이 없음"),
    ("Read-only file system", "읽기 전용 파일 시스템"),
    ("File name too long", "파일 이름이 너무 김"),
    ("Too many levels of symbolic links", "심벌릭 링크가 너무 많음"),
    ("Too many open files", "열린 파일이 너무 많음"),
    ("Device or resource busy", "사용 중임"),
    ("Disk quota exceeded", "디스크 할당량 초과"),
    ("File too large", "파일이 너무 큼"),
    ("built-in configurations name no files", "내장 설정은 파일을 쓰지 않음"),
  ]
}
