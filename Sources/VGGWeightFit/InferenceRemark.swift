import VGGFindings

/// A sentence about an inferred configuration: its origin, or something that the weights leave open.
package enum InferenceRemark: Hashable, Sendable {
  case origin(file: String, version: String)
  /// The names of tensors outside the network.
  case besideNetwork([String])
  /// The names of tensors that contain NaN or infinity.
  case notFinite([String])
  /// The inputs of the first linear layer, and the images that produce them; the first half of a sentence.
  case images(heights: ClosedRange<Int>, widths: ClosedRange<Int>, channels: Int, map: PlaneSize)
  /// The smallest image with adaptive pooling to `map`; the second half of the sentence.
  case pooledImages(smallestSide: Int, map: PlaneSize)
  /// The other maps with the same number of values.
  case otherMaps([PlaneSize])
  /// No linear layer, whose inputs would show the image size.
  case unknownImageSize
  case noFeatureWeights
  case assumedPooling
  case assumedDropout
  case assumedStride
  /// No linear layer; `example` is a classifier in the language.
  case noClassifier(example: String)
  case assumedActivations
  case assumedDropoutProbability
}

extension InferenceRemark {
  /// Whether all tensors that contain NaN or infinity belong to the classifier.
  var concernsClassifierOnly: Bool {
    guard case .notFinite(let names) = self else { return false }
    return names.allSatisfy { $0.hasPrefix("classifier.") }
  }
}
