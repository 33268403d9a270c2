import VGGDiagnostics
import VGGFiles
import VGGFindings

extension KoreanFindings {
  package func words(for cause: UnreadableFile.Cause) -> String {
    switch cause {
    case .described(let reason): systemReason(reason)
    case .tooLarge(let limit):
      "파일이 " + (limit < 1 << 20 ? "\(grouped(limit))바이트" : "\(limit >> 20) MiB") + "보다 큼"
    case .shortage(let shortage): words(for: shortage)
    case .irregular: "일반 파일이 아님"
    case .notNamedAtStart: "플레이그라운드는 시작할 때 설정에 적혀 있던 파일만 읽음"
    case .damagedLine(let line, let path, let fault):
      "\(path) 파일의 \(grouped(line))번째 줄이 손상됨: \(fault)"
    }
  }

  /// The sentence that memory is not enough.
  package func words(for shortage: MemoryShortage) -> String {
    "메모리가 \(shortage.needed) MiB 필요하지만 "
      + (shortage.isLimit
        ? "이 프로세스의 한도(`ulimit -v`)에서 남은 것은 \(shortage.available) MiB입니다"
        : "이 컴퓨터의 메모리는 \(shortage.available) MiB입니다")
  }

  /// The system's reason for a failure, in Korean; unchanged if there is no translation.
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
    ("No such device or address", "연결된 장치나 프로그램이 없음"),
    ("Operation not permitted", "허용되지 않음"),
    ("Operation not supported", "지원되지 않음"),
    ("Directory not empty", "폴더가 비어 있지 않음"),
    ("Invalid argument", "값이 올바르지 않음"),
    ("Cannot allocate memory", "메모리를 할당할 수 없음"),
    ("Broken pipe", "받는 프로그램이 끝남"),
    ("Text file busy", "실행 중인 파일"),
    ("Exec format error", "실행할 수 있는 형식이 아님"),
    ("Address already in use", "다른 프로그램이 사용 중임"),
    ("Resource temporarily unavailable", "자원이 일시적으로 부족함"),
    ("built-in configurations name no files", "내장 설정은 파일을 쓰지 않음"),
    ("a configuration that was read names no files", "가져온 설정은 파일을 쓰지 않음"),
  ]
}
