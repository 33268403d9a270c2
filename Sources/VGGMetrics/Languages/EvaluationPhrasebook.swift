import VGGDiagnostics

/// The texts of an evaluation and its confusion matrix, in several languages.
package protocol EvaluationPhrasebook: Sendable {
  var evaluationTexts: EvaluationTexts { get }
  /// A line with the numbers of photos and classes evaluated.
  func evaluated(photos: Int, classes: Int) -> String
  func accuracy(_ share: String, right: Int) -> String
  func topFive(_ share: String, among: Int) -> String
  /// The title of the matrix as a picture.
  func matrixTitle(_ data: String, accuracy: String) -> String
  /// A line with the number of photos of a class that were classified as another, or as itself.
  func taken(_ count: Int, of total: Int, _ actual: String, for answer: String) -> String
}

/// The constant texts of an evaluation, in one table per language for its translators.
package struct EvaluationTexts: Sendable {
  package let className: String
  package let photos: String
  package let precision: String
  package let recall: String
  package let matrixHeading: String
  /// The line under the title of the matrix as a picture.
  package let matrixCaption: String
  package let confusionsHeading: String
  package let mistakesHeading: String
  /// The column heading for the photos' actual classes.
  package let of: String
  package let takenFor: String
  package let probability: String
  /// The column heading for a mistaken photo's actual class.
  package let actual: String
  package let photo: String
}

extension English: EvaluationPhrasebook {
  package var evaluationTexts: EvaluationTexts {
    EvaluationTexts(
      className: "class", photos: "photos", precision: "precision", recall: "recall",
      matrixHeading: "confusion matrix (rows: actual classes, columns: predicted classes)",
      matrixCaption: "rows: actual classes; columns: predicted classes",
      confusionsHeading: "most frequent confusions", mistakesHeading: "most confident mistakes",
      of: "actual", takenFor: "predicted", probability: "probability", actual: "actual",
      photo: "photo")
  }

  package func evaluated(photos: Int, classes: Int) -> String {
    "\(counted(photos, "photo")), \(grouped(classes)) classes"
  }

  package func accuracy(_ share: String, right: Int) -> String {
    "accuracy \(share), \(grouped(right)) correct"
  }

  package func topFive(_ share: String, among: Int) -> String {
    "top-5    \(share), \(grouped(among)) among the five most likely"
  }

  package func matrixTitle(_ data: String, accuracy: String) -> String {
    "\(data): accuracy \(accuracy)"
  }

  package func taken(_ count: Int, of total: Int, _ actual: String, for answer: String) -> String {
    "\(grouped(count)) of \(grouped(total)) \(actual) predicted as \(answer)"
  }
}

extension Korean: EvaluationPhrasebook {
  package var evaluationTexts: EvaluationTexts {
    EvaluationTexts(
      className: "클래스", photos: "사진", precision: "정밀도", recall: "재현율",
      matrixHeading: "혼동 행렬(행: 실제 클래스, 열: 예측한 클래스)",
      matrixCaption: "행: 실제 클래스, 열: 예측한 클래스",
      confusionsHeading: "가장 많이 혼동한 클래스", mistakesHeading: "가장 확신한 오답", of: "정답",
      takenFor: "예측", probability: "확률", actual: "정답", photo: "사진")
  }

  package func evaluated(photos: Int, classes: Int) -> String {
    "사진 \(grouped(photos))장, 클래스 \(grouped(classes))개"
  }

  package func accuracy(_ share: String, right: Int) -> String {
    "정확도   \(share), \(grouped(right))장 정답"
  }

  package func topFive(_ share: String, among: Int) -> String {
    "top-5    \(share), \(grouped(among))장은 확률이 높은 다섯 클래스 안에 정답이 있음"
  }

  package func matrixTitle(_ data: String, accuracy: String) -> String {
    "\(data): 정확도 \(accuracy)"
  }

  package func taken(_ count: Int, of total: Int, _ actual: String, for answer: String) -> String {
    "\(actual) \(grouped(total))장 가운데 \(grouped(count))장: 예측 \(answer)"
  }
}

extension Language {
  /// The language's texts for evaluations.
  package var evaluationPhrases: any EvaluationPhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
