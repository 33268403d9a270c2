import VGGDiagnostics
import VGGLessons

/// Everything that pictures and pages say in more than one language.
package protocol PagePhrasebook: LessonPhrasebook, DiagramPhrases, PagePhrases, PlaygroundPhrases {
  var pageTexts: PageTexts { get }
}

extension English: PagePhrasebook {
  package var pageTexts: PageTexts { .english }
}

extension Korean: PagePhrasebook {
  package var pageTexts: PageTexts { .korean }
}

extension Language {
  /// Everything that pages say in it.
  package var pagePhrases: any PagePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
