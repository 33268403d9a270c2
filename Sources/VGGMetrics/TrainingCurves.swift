import VGGDiagnostics

/// A picture of the loss and the accuracy of a training run, epoch by epoch.
package struct TrainingCurves: Sendable {
  private let title: String
  private let epochs: [EpochMetrics]

  package init(title: String, epochs: [EpochMetrics]) {
    self.title = title
    self.epochs = epochs
  }

  /// Two charts side by side; numbers that are not finite leave gaps.
  package func svg(in phrases: any CurvePhrasebook = English()) -> String {
    let texts = phrases.curveTexts
    let (width, height) = (940.0, 392.0)
    var drawing = SVGDrawing(width: width, height: height, title: title)
    drawing.text(title, x: 16, y: 26, size: 15, isBold: true)
    drawing.text(summary(in: phrases), x: 16, y: 46, .faint)
    let size = (width: 380.0, height: 260.0)
    LineChart(
      title: texts.loss, left: 62, top: 86, width: size.width, height: size.height,
      series: [
        .init(name: texts.training, paint: .first, values: epochs.map(\.loss)),
        .init(name: texts.test, paint: .second, values: epochs.map(\.testLoss)),
      ], values: losses, isShare: false
    ).draw(&drawing)
    LineChart(
      title: texts.accuracy, left: 526, top: 86, width: size.width, height: size.height,
      series: [
        .init(name: texts.training, paint: .first, values: epochs.map(\.accuracy)),
        .init(name: texts.test, paint: .second, values: epochs.map(\.testAccuracy)),
      ], values: accuracies, isShare: true
    ).draw(&drawing)
    return drawing.document
  }

  /// From 0 to above the largest loss, up to the axis's limit.
  private var losses: Ticks {
    let values = epochs.flatMap { [$0.loss, $0.testLoss ?? 0] }.filter(\.isFinite)
    return Ticks(from: 0, to: min(max(values.max() ?? 1, 1e-6), 1e300))
  }

  /// From below the smallest accuracy to 100%.
  private var accuracies: Ticks {
    let values = epochs.flatMap { [$0.accuracy, $0.testAccuracy ?? 1] }.filter(\.isFinite)
    return Ticks(from: min(values.min() ?? 0, 0.99), to: 1)
  }

  private func summary(in phrases: any CurvePhrasebook) -> String {
    guard let last = epochs.last else { return phrases.curveTexts.noEpochs }
    guard let accuracy = last.testAccuracy else {
      return phrases.trained(epochs: epochs.count, accuracy: percent(last.accuracy))
    }
    let best = epochs.compactMap(\.testAccuracy).max()
    return phrases.tested(
      epochs: epochs.count, accuracy: percent(accuracy), best: percent(best))
  }
}
