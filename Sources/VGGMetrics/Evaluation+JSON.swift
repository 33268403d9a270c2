import VGGDiagnostics

extension Evaluation {
  /// JSON for programs; keys are sorted, so that equal evaluations have equal bytes.
  ///
  /// - Parameter unreadable: photos that could not be used, with the reasons.
  package func json(unreadable: [(file: String, reason: String)] = []) throws -> String {
    try documentText(
      .evaluate,
      EvaluationDocument(
        accuracy: accuracy, top5: topFive, photos: confusion.total,
        classes: confusion.classes.enumerated().map { label, name in
          EvaluationDocument.Class(
            name: name, photos: confusion.photos(of: label),
            precision: confusion.precision(of: label), recall: confusion.recall(of: label))
        },
        confusion: confusion.classes.indices.map { confusion.row($0) },
        mistakes: mistakes.map { mistake in
          EvaluationDocument.Mistake(
            file: mistake.file, class: confusion.classes[mistake.actual],
            answer: confusion.classes[mistake.answer], probability: mistake.probability)
        },
        unreadable: unreadable.map {
          EvaluationDocument.Unreadable(file: $0.file, reason: $0.reason)
        }))
  }
}

/// The JSON of an evaluation; undefined values are `null`.
private struct EvaluationDocument: Encodable {
  let accuracy: Double?
  let top5: Double?
  let photos: Int
  let classes: [Class]
  /// Rows are the photos' classes, columns the answers.
  let confusion: [[Int]]
  let mistakes: [Mistake]
  let unreadable: [Unreadable]

  struct Class: Encodable {
    let name: String
    let photos: Int
    let precision: Double?
    let recall: Double?

    private enum CodingKeys: CodingKey {
      case name, photos, precision, recall
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(photos, forKey: .photos)
      try container.encode(precision, forKey: .precision)
      try container.encode(recall, forKey: .recall)
    }
  }

  struct Mistake: Encodable {
    let file: String
    let `class`: String
    let answer: String
    let probability: Float
  }

  struct Unreadable: Encodable {
    let file: String
    let reason: String
  }

  private enum CodingKeys: CodingKey {
    case accuracy, top5, photos, classes, confusion, mistakes, unreadable
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(accuracy, forKey: .accuracy)
    try container.encode(top5, forKey: .top5)
    try container.encode(photos, forKey: .photos)
    try container.encode(classes, forKey: .classes)
    try container.encode(confusion, forKey: .confusion)
    try container.encode(mistakes, forKey: .mistakes)
    try container.encode(unreadable, forKey: .unreadable)
  }
}
