import VGGWeights

/// Weights whose values are all finite: a tensor with NaN or an infinity is refused, with its place.
///
/// Results that depend on such a value become NaN. Some files are meant only for their features, and
/// have a classifier of NaN.
struct FiniteWeights<Source: WeightSource>: WeightSource {
  private let source: Source

  init(_ source: Source) {
    self.source = source
  }

  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    let tensor = try source.tensor(name, shape: shape)
    guard let index = tensor.firstNotFinite else { return tensor }
    throw WeightError(
      .mismatched, file: tensor.place?.file.path,
      offset: tensor.place.map { $0.offset + index * MemoryLayout<Float>.size },
      .notFinite(
        tensor: name, value: tensor.values(in: index..<index + 1)[0], index: index))
  }
}
