import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: InvalidEncoding) -> FindingWords {
    switch finding {
    case .utf16: FindingWords("the file is UTF-16; save it as UTF-8")
    case .cp949:
      FindingWords(
        "the file is Korean text in CP949 (EUC-KR); save it as UTF-8",
        notes: [Note("iconv -f CP949 -t UTF-8 FILE > COPY writes a copy in UTF-8")])
    case .otherFormat(let format):
      FindingWords(format.description(otherwise: "a configuration is a YAML text file"))
    case .byte(let byte):
      FindingWords(
        "byte 0x\(hexadecimal(byte, digits: 2)) isn't valid UTF-8; save the file as UTF-8")
    case .controlCharacter(let code):
      FindingWords(
        "control character U+\(hexadecimal(code, digits: 4)) isn't allowed; \(advice)")
    case .otherCharacter(let code, let text):
      FindingWords("\(text) (U+\(hexadecimal(code, digits: 4))); \(advice)")
    case .other(let text): FindingWords("\(text); \(advice)")
    }
  }

  private var advice: String { "remove it, or check that this is a text file" }
}
