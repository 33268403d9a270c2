import VGGDiagnostics

/// The texts of the picture of a training's loss and accuracy, in several languages.
package protocol CurvePhrasebook: Sendable {
  var curveTexts: CurveTexts { get }
  /// The line under the title, of a training without test photos.
  func trained(epochs: Int, accuracy: String) -> String
  /// The same with test photos.
  func tested(epochs: Int, accuracy: String, best: String) -> String
}

/// The constant texts of the picture.
package struct CurveTexts: Sendable {
  package let loss: String
  package let accuracy: String
  /// The name of the curve of the training photos.
  package let training: String
  /// The name of the curve of the test photos.
  package let test: String
  package let noEpochs: String
}

extension English: CurvePhrasebook {
  package var curveTexts: CurveTexts {
    CurveTexts(
      loss: "loss", accuracy: "accuracy", training: "training", test: "test",
      noEpochs: "no epochs yet")
  }

  package func trained(epochs: Int, accuracy: String) -> String {
    "\(epochs) epoch\(epochs == 1 ? "" : "s"); training accuracy \(accuracy)"
  }

  package func tested(epochs: Int, accuracy: String, best: String) -> String {
    "\(epochs) epoch\(epochs == 1 ? "" : "s"); test accuracy \(accuracy), best \(best)"
  }
}

extension Korean: CurvePhrasebook {
  package var curveTexts: CurveTexts {
    CurveTexts(
      loss: "손실", accuracy: "정확도", training: "훈련", test: "테스트", noEpochs: "아직 마친 에포크가 없습니다")
  }

  package func trained(epochs: Int, accuracy: String) -> String {
    "에포크 \(grouped(epochs))개, 훈련 정확도 \(accuracy)"
  }

  package func tested(epochs: Int, accuracy: String, best: String) -> String {
    "에포크 \(grouped(epochs))개, 테스트 정확도 \(accuracy), 최고 \(best)"
  }
}

extension Language {
  /// The texts of the picture of a training in this language.
  package var curvePhrases: any CurvePhrasebook {
    switch self {
    case .english: English()
    case .korean: Korean()
    }
  }
}
