import VGGDiagnostics
import VGGGraph
import VGGMarkup

/// A network's table with blanks for students to fill in, and the answers.
package struct Worksheet: Sendable {
  /// The part that is printed.
  package enum Part: Sendable {
    /// The table with blanks.
    case sheet
    /// The table with the answers and their arithmetic.
    case key
  }

  /// A cell of the table.
  enum Cell: Sendable {
    case given(String)
    /// A blank with its number, counted from 1.
    case blank(Int, Question)
  }

  /// The maximum number of layers in a worksheet.
  private static let rowsShown = 200

  let graph: ModelGraph
  private let lessons: LayerLessons
  let phrases: any LessonPhrasebook
  let rows: [[Cell]]

  /// Creates a worksheet with about half of the computable cells blank, and at least one in each row that
  /// has any.
  package init(
    on graph: ModelGraph, in language: Language, using generator: inout some RandomNumberGenerator
  ) {
    let named = NamedLayers(graph.layers)
    self.graph = graph
    phrases = language.lessonPhrases
    lessons = LayerLessons(named, phrases)
    var rows: [[Cell]] = []
    var count = 0
    for index in named.indices where named.layers[index].hasRow {
      guard rows.count < Self.rowsShown else { break }
      let questions = WorksheetColumn.allCases.map { column in
        column.subject(for: named.layers[index]).flatMap { Question($0, of: index, in: named) }
      }
      let blanks = Self.choose(among: questions, using: &generator)
      var row: [Cell] = []
      for (place, column) in WorksheetColumn.allCases.enumerated() {
        if blanks.contains(place), let question = questions[place] {
          count += 1
          row.append(.blank(count, question))
        } else {
          row.append(.given(column.text(of: named.layers[index], named: named.names[index])))
        }
      }
      rows.append(row)
    }
    self.rows = rows
  }

  private static func choose(
    among questions: [Question?], using generator: inout some RandomNumberGenerator
  ) -> Set<Int> {
    let places = questions.indices.filter { questions[$0] != nil }.shuffled(using: &generator)
    let count = places.isEmpty ? 0 : max(1, places.count / 2)
    return Set(places.prefix(count))
  }

  /// The blanks with their numbers, in order.
  var blanks: [(number: Int, question: Question)] {
    rows.flatMap { row in
      row.compactMap { cell in
        if case .blank(let number, let question) = cell { (number, question) } else { nil }
      }
    }
  }

  /// The worksheet as text for a terminal or a printer of `width` columns.
  ///
  /// - Parameter command: The command that regenerates the worksheet.
  package func text(
    _ part: Part, command: String, width: Int, style: TerminalStyle = .plain
  ) -> String {
    let table = TextTable(
      WorksheetColumn.allCases.map {
        .init(title: phrases.title(of: $0), alignment: $0.alignment)
      }, rows: rows.map { row in .cells(row.map { text(of: $0, part) }) })
    return TextDocument(blocks: blocks(part, command, table: .table(table)))
      .text(width: width, style: style)
  }

  func blocks(
    _ part: Part, _ command: String, table: TextDocument.Block
  ) -> [TextDocument.Block] {
    switch part {
    case .sheet:
      [
        .title(phrases.worksheetTitle(graph)), .formulas([phrases.lessonTexts.nameAndDate]),
        .paragraph(task), table, .heading(phrases.lessonTexts.reminders),
        .paragraph(phrases.lessonTexts.notationReminder), .formulas(reminders),
        .paragraph(phrases.madeBy(command)),
      ]
    case .key:
      [
        .title(phrases.answerKeyTitle(graph)), table,
        .heading(phrases.lessonTexts.arithmeticHeading),
        .formulas(solutions.map { "\(pad($0.number, to: 5)) \($0.layer)  \($0.text)" }),
        .paragraph(phrases.madeBy(command)),
      ]
    }
  }

  var task: String {
    oneLine(
      phrases.worksheetTask(
        image: "\(graph.input)", blanks: blanks.count,
        hasTwoSides: graph.layers.contains { $0.receptiveField?.size.isSquare == false }))
  }

  var reminders: [String] {
    let (named, texts) = (NamedLayers(graph.layers), phrases.lessonTexts)
    return named.sizeFormula(texts) + named.convolutionFormulas(texts)
      + texts.fullyConnectedFormulas + named.receptiveFieldFormulas(texts)
  }

  /// The arithmetic of each answer.
  var solutions: [(number: String, layer: String, text: String)] {
    blanks.map {
      ("(\($0.number))", $0.question.name, $0.question.arithmetic(from: lessons))
    }
  }

  func text(of cell: Cell, _ part: Part) -> String {
    switch (cell, part) {
    case (.given(let text), _): text
    case (.blank(let number, _), .sheet): "(\(number)) ________"
    case (.blank(let number, let question), .key): "(\(number)) \(question.answer.text)"
    }
  }
}

extension Layer {
  /// Whether a worksheet has a row for the layer.
  fileprivate var hasRow: Bool {
    switch kind.group {
    case .activation, .dropout, .softmax: false
    case .convolution, .batchNormalization, .responseNormalization, .pooling, .flatten, .linear:
      true
    }
  }
}
