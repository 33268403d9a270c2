import VGGGraph

/// The part of a layer's map that speaks for a class: Grad-CAM.
///
/// Each channel is weighted with the mean of the class score's gradient over the channel; the weighted channels are added,
/// negative sums become zero, and the result is divided by its largest value. The score is the value before a softmax.
///
/// Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization", ICCV 2017.
package struct ClassActivationMap: Hashable, Sendable {
  package let layer: ChosenLayer
  /// The explained class.
  package let classNumber: Int
  package let height: Int
  package let width: Int
  /// From 0 to 1, row by row; all zeros if nothing speaks for the class.
  package let values: [Float]

  /// - Parameters:
  ///   - map: The layer's values.
  ///   - gradient: The gradient of the class's score with respect to each of them.
  /// - Precondition: The layer's output is a map.
  init(_ map: LayerValues, gradient: [Float], of classNumber: Int) throws(InsightError) {
    guard case .map(let shape) = map.layer.shape else {
      preconditionFailure("a vector has no class activation map")
    }
    guard gradient.allSatisfy(\.isFinite) else { throw .notFinite(.gradient) }
    let size = shape.height * shape.width
    var sums = [Double](repeating: 0, count: size)
    map.values.withUnsafeBufferPointer { values in
      gradient.withUnsafeBufferPointer { gradient in
        for channel in 0..<shape.channels {
          let start = channel * size
          var weight = 0.0
          for place in start..<start + size { weight += Double(gradient[place]) }
          guard weight != 0 else { continue }
          weight /= Double(size)
          for place in 0..<size { sums[place] += weight * Double(values[start + place]) }
        }
      }
    }
    let largest = sums.max() ?? 0
    layer = map.layer
    self.classNumber = classNumber
    (height, width) = (shape.height, shape.width)
    values = sums.map { largest > 0 ? Float(max($0, 0) / largest) : 0 }
  }
}
