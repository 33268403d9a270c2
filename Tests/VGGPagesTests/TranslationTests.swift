import Testing
import VGGLessons
import VGGPages
import VGGTables

/// The languages' tables of constant texts; the compiler checks that no text is missing.
@Suite struct TranslationTests {
  static let tables: [(any Sendable, any Sendable)] = [
    (TableTexts.english, TableTexts.korean), (LessonTexts.english, LessonTexts.korean),
    (PageTexts.english, PageTexts.korean),
  ]

  @Test func noTextIsEmpty() {
    for table in Self.tables.flatMap({ [$0.0, $0.1] }) {
      let texts = Self.texts(in: table)
      #expect(!texts.isEmpty)
      #expect(texts.allSatisfy { !$0.isEmpty })
    }
  }

  /// Lists, such as those of formulas, have the same number of entries in each language.
  @Test func listsAreAsLong() {
    for (english, korean) in Self.tables {
      #expect(Self.texts(in: english).count == Self.texts(in: korean).count)
    }
  }

  /// The texts in a table, and in the tables and lists in it.
  private static func texts(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
  }
}
