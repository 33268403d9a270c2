import VGGDiagnostics
import VGGMarkup

extension Evaluation {
  /// For a terminal of `width` columns: the shares, each class, the matrix or what was mixed up most,
  /// and the surest mistakes.
  package func text(width: Int, style: TerminalStyle) -> String {
    var lines = [
      "\(counted(confusion.total, "photo")), \(grouped(confusion.classes.count)) classes",
      "accuracy \(percent(accuracy)), \(grouped(confusion.right)) right",
    ]
    // Of five classes or fewer the right one is always among the five likeliest.
    if confusion.classes.count > 5 {
      lines.append("top-5    \(percent(topFive)), \(grouped(amongFive)) among the five likeliest")
    }
    lines.append("")
    lines += classTable.lines(width: width, style: style)
    let matrix = matrixTable.lines(width: .max, style: style)
    if confusion.classes.count <= 40, (matrix.map(displayWidth).max() ?? 0) <= width {
      lines += ["", "confusion matrix; rows: the photos' classes, columns: the answers"] + matrix
    } else if !confusionRows.isEmpty {
      lines += ["", "mixed up most"] + confusionTable.lines(width: width, style: style)
    }
    if !mistakes.isEmpty {
      lines += ["", "surest mistakes"] + mistakeTable.lines(width: width, style: style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ label: Int) -> String { printable(confusion.classes[label]) }

  private var classTable: TextTable {
    TextTable(
      [
        .init(title: "class"), .init(title: "photos", alignment: .right),
        .init(title: "precision", alignment: .right), .init(title: "recall", alignment: .right),
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

  private var confusionTable: TextTable {
    TextTable(
      [
        .init(title: "photos", alignment: .right), .init(title: "of"),
        .init(title: "taken for"),
      ], rows: confusionRows)
  }

  private var mistakeTable: TextTable {
    TextTable(
      [
        .init(title: "probability", alignment: .right), .init(title: "taken for"),
        .init(title: "is"), .init(title: "photo"),
      ],
      rows: mistakes.map { mistake in
        .cells([
          percent(Double(mistake.probability)), name(mistake.answer), name(mistake.actual),
          printable(mistake.file),
        ])
      })
  }
}
