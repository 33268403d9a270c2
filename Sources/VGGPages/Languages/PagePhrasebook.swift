import VGGDiagnostics
import VGGLessons

/// The translated phrases of pictures and pages.
package protocol PagePhrasebook: LessonPhrasebook, DiagramPhrases, PagePhrases, PlaygroundPhrases,
  GlossaryPhrases
{
  var pageTexts: PageTexts { get }
}

extension English: PagePhrasebook {
  package var pageTexts: PageTexts { .english }
}

extension Korean: PagePhrasebook {
  package var pageTexts: PageTexts { .korean }
}

extension Language {
  /// The pages' phrases in this language.
  package var pagePhrases: any PagePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
