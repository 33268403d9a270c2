import VGGCompilation
import VGGDiagnostics
import VGGLessons
import VGGTables

extension CompiledConfiguration {
  /// Every layer of every model with its shapes, arithmetic and costs, as `vggc summary` prints them; a model with an
  /// error has the layers before it.
  ///
  /// - Parameters:
  ///   - width: The maximum number of columns in a line.
  ///   - language: The language of headings and notes.
  public func summary(width: Int = 80, in language: Language = .english) -> String {
    SummaryReport(compilation.models, in: language.phrases.tablePhrases).text(width: width)
  }

  /// The same as the JSON of `vggc summary --format json`.
  ///
  /// - Throws: `EncodingError`, which no checked network causes.
  public func summaryJSON() throws -> String {
    try SummaryReport(compilation.models).json()
  }

  /// The lesson of `vggc explain` on every model.
  ///
  /// - Parameters:
  ///   - width: The maximum number of columns in a line.
  ///   - language: The language of the lesson.
  public func explanation(width: Int = 80, in language: Language = .english) -> String {
    compilation.models.map { Explanation($0, in: language.phrases).text(width: width) }
      .joined(separator: "\n")
  }
}
