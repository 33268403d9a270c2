import VGGDiagnostics
import VGGTables

/// Everything that lessons, worksheets and questions say in more than one language.
package protocol LessonPhrasebook: TablePhrasebook, TermPhrases, OverviewPhrases, FormulaPhrases,
  LayerPhrases, ReceptiveFieldPhrases, StackPhrases, ClassifierInputPhrases, OtherSizesPhrases,
  NormalizationPhrases, OtherToolsPhrases, StopPhrases, KernelPhrases, PracticePhrases
{}

extension English: LessonPhrasebook {}
extension Korean: LessonPhrasebook {}

extension Language {
  /// Everything that lessons say in it.
  package var lessonPhrases: any LessonPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
