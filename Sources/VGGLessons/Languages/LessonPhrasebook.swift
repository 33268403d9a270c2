import VGGDiagnostics
import VGGTables

/// Everything that lessons, worksheets and questions say in more than one language.
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
  /// Everything that lessons say in it.
  package var lessonPhrases: any LessonPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
