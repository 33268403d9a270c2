import VGGDiagnostics
import VGGMarkup

extension Evaluation {
  /// Text for a terminal of `width` columns: the shares, each class, the matrix or the most frequent
  /// confusions, and the most confident mistakes.
  package func text(
    width: Int, style: TerminalStyle, in phrases: any EvaluationPhrasebook = English()
  ) -> String {
    let texts = phrases.evaluationTexts
    var lines = [
      phrases.evaluated(photos: confusion.total, classes: confusion.classes.count),
      phrases.accuracy(percent(accuracy), right: confusion.right),
    ]
    // With five classes or fewer, the right one is always in the top five.
    if confusion.classes.count > 5 {
      lines.append(phrases.topFive(percent(topFive), among: amongFive))
    }
    lines.append("")
    lines += classTable(texts).lines(width: width, style: style)
    let matrix = matrixTable.lines(width: .max, style: style)
    if confusion.classes.count <= 40, (matrix.map(displayWidth).max() ?? 0) <= width {
      lines += ["", texts.matrixHeading] + matrix
    } else if !confusionRows.isEmpty {
      lines +=
        ["", texts.confusionsHeading] + confusionTable(texts).lines(width: width, style: style)
    }
    if !mistakes.isEmpty {
      lines += ["", texts.mistakesHeading] + mistakeTable(texts).lines(width: width, style: style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ label: Int) -> String { printable(confusion.classes[label]) }

  private func classTable(_ texts: EvaluationTexts) -> TextTable {
    TextTable(
      [
        .init(title: texts.className), .init(title: texts.photos, alignment: .right),
        .init(title: texts.precision, alignment: .right),
        .init(title: texts.recall, alignment: .right),
      ],
      rows: confusion.classes.indices.map { label in
        .cells([
          name(label), grouped(confusion.photos(of: label)),
          percent(confusion.precision(of: label)), percent(confusion.recall(of: label)),
        ])
      })
  }

  private var matrixTable: TextTable {
    TextTable(
      [.init(title: "")]
        + confusion.classes.indices.map { .init(title: name($0), alignment: .right) },
      rows: confusion.classes.indices.map { actual in
        .cells([name(actual)] + confusion.row(actual).map { $0 == 0 ? "." : grouped($0) })
      })
  }

  private var confusionRows: [TextTable.Row] {
    confusion.mostFrequentConfusions(10).map { pair in
      .cells([grouped(pair.count), name(pair.actual), name(pair.answer)])
    }
  }

  private func confusionTable(_ texts: EvaluationTexts) -> TextTable {
    TextTable(
      [
        .init(title: texts.photos, alignment: .right), .init(title: texts.of),
        .init(title: texts.takenFor),
      ], rows: confusionRows)
  }

  private func mistakeTable(_ texts: EvaluationTexts) -> TextTable {
    TextTable(
      [
        .init(title: texts.probability, alignment: .right), .init(title: texts.takenFor),
        .init(title: texts.actual), .init(title: texts.photo),
      ],
      rows: mistakes.map { mistake in
        .cells([
          percent(Double(mistake.probability)), name(mistake.answer), name(mistake.actual),
          printable(mistake.file),
        ])
      })
  }
}
