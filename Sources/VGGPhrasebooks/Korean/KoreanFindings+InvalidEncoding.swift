import VGGDiagnostics
import VGGFindings

extension KoreanFindings {
  package func words(for finding: InvalidEncoding) -> FindingWords {
    switch finding {
    case .utf16: FindingWords("파일이 UTF-16으로 저장되었습니다", notes: [asUTF8])
    case .cp949:
      FindingWords(
        "파일이 CP949(EUC-KR)로 저장된 한국어 텍스트입니다",
        notes: [asUTF8, Note("UTF-8 사본을 만드는 명령: `iconv -f CP949 -t UTF-8 FILE > COPY`")])
    case .otherFormat(let format):
      FindingWords(
        "\(name(of: format))입니다", notes: [Note(remedy(for: format) ?? "설정은 YAML 텍스트로 적으세요")])
    case .byte(let byte):
      FindingWords("UTF-8로 읽을 수 없는 바이트입니다: 0x\(hexadecimal(byte, digits: 2))", notes: [asUTF8])
    case .controlCharacter(let code):
      FindingWords("제어 문자는 쓸 수 없습니다: U+\(hexadecimal(code, digits: 4))", notes: [removal])
    case .otherCharacter(let code, _):
      FindingWords("쓸 수 없는 문자입니다: U+\(hexadecimal(code, digits: 4))", notes: [removal])
    case .other: FindingWords("텍스트로 읽을 수 없습니다", notes: [asUTF8])
    }
  }

  private var asUTF8: Note { Note("파일을 UTF-8로 저장하세요") }

  private var removal: Note { Note("지우거나, 텍스트 파일이 맞는지 확인하세요") }

  static let invalidEncoding = FindingExplanation(
    title: "파일이 UTF-8 텍스트가 아닙니다",
    meaning: """
      설정은 UTF-8 텍스트입니다. 이 파일에는 그런 텍스트에 있을 수 없는 바이트나 제어 문자가 있습니다. UTF-16이나 CP949, \
      Latin-1로 저장되었거나, 터미널에서 복사한 텍스트가 들어 있거나, 메시지에 나오는 다른 형식의 파일입니다.
      편집기는 대개 제어 문자를 보여 주지 않으므로 vggc는 �로 표시합니다. 예제에는 이름 안에 U+0007이 하나 있습니다.
      """,
    repair: """
      파일을 UTF-8로 저장하고, 메시지에 나오는 열의 문자를 지우세요. 그 낱말을 다시 입력하는 것이 가장 확실합니다.
      """)
}
