import VGGDiagnostics
import VGGTables

/// The translated phrases of lessons, worksheets and questions.
package protocol LessonPhrasebook: TablePhrasebook, OverviewPhrases, FormulaPhrases, LayerPhrases,
  ReceptiveFieldPhrases, GeometryPhrases, StackPhrases, ClassifierInputPhrases, OtherSizesPhrases,
  NormalizationPhrases, OtherToolsPhrases, StopPhrases, KernelPhrases, PracticePhrases
{
  var lessonTexts: LessonTexts { get }
}

extension English: LessonPhrasebook {
  package var lessonTexts: LessonTexts { .english }
}

extension Korean: LessonPhrasebook {
  package var lessonTexts: LessonTexts { .korean }
}

extension Language {
  /// The lessons' phrases in this language.
  package var lessonPhrases: any LessonPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
