import VGGFindings
import VGGPhrasebooks
import VGGSpec

/// The documentation in English, from the keys' own tables, which the JSON Schema also has.
struct EnglishKeys: KeyPhrasebook {
  func documentation(of key: ModelKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: InputKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: LimitKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: ConvolutionKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: MaxPoolKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: AveragePoolKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: LocalResponseNormKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: DropoutKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: ActivationWord) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: GlobalPoolKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: ClassifierKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: ClassifierElementKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: LinearKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: PreprocessKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: AugmentKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: RandomCropKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: TrainingKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func documentation(of key: ScheduleKey) -> KeyDocumentation {
    key.meaning.documentation
  }

  func summary(of word: Word) -> String { word.summary }

  func summary(of pattern: TextPattern) -> String { pattern.summary }

  var listSummary: String { "A list." }

  func summary(of section: Section) -> String {
    "A mapping: \(EnglishFindings().words(for: section))."
  }

  func line(onDefault standard: String) -> String { "Default: \(standard)." }
}
