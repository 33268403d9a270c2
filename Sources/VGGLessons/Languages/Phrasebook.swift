/// Everything that vggc says in more than one language.
///
/// Each part of what is said is a protocol of its own, and a language a value type that conforms to
/// all of them: a phrase that a language lacks does not compile. Phrases get numbers, shapes and
/// names, and put them into words; they compute nothing.
package protocol Phrasebook: Sendable, TermPhrases, OverviewPhrases, FormulaPhrases, LayerPhrases,
  ReceptiveFieldPhrases, StackPhrases, ClassifierInputPhrases, OtherSizesPhrases,
  NormalizationPhrases, OtherToolsPhrases, StopPhrases, KernelPhrases,
  SummaryPhrases, ComparisonPhrases, DiagramPhrases, PracticePhrases, PagePhrases,
  PlaygroundPhrases
{}
