import Foundation
import Testing
import VGGRuntime

/// An input, weights and an output from PyTorch; see `Scripts/make-goldens.py`.
struct Golden {
  let weights: WeightFile

  /// Opens `Golden/NAME.safetensors`.
  init(_ name: String) throws {
    weights = try WeightFile(path: Self.path("\(name).safetensors"))
  }

  /// The path of a file in the golden folder.
  static func path(_ file: String) -> String {
    Bundle.module.bundleURL.appending(path: "Golden/\(file)").path
  }

  func map<let channels: Int, let height: Int, let width: Int>()
    throws -> FeatureMap<channels, height, width>
  {
    try FeatureMap(weights.tensor("input", shape: [channels, height, width]).values)
  }

  func vector<let count: Int>() throws -> FeatureVector<count> {
    try FeatureVector(weights.tensor("input", shape: [count]).values)
  }

  /// Expects the map to agree with the output in shape and, within 1e-5, in every value.
  func expect<let channels: Int, let height: Int, let width: Int>(
    _ map: FeatureMap<channels, height, width>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = try weights.tensor("output", shape: [channels, height, width]).values
    expectAgreement(map.values, output, sourceLocation: sourceLocation)
  }

  /// Expects the vector to agree with the output in length and, within 1e-5, in every value.
  func expect<let count: Int>(
    _ vector: FeatureVector<count>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = try weights.tensor("output", shape: [count]).values
    expectAgreement(vector.values, output, sourceLocation: sourceLocation)
  }
}

/// Expects the same number of values as in `expected`, each within `tolerance`; failures include
/// `context`.
func expectAgreement(
  _ values: [Float], _ expected: [Float], tolerance: Float = 1e-5, _ context: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(values.count == expected.count, sourceLocation: sourceLocation)
  let wrong = zip(values, expected).enumerated().filter { !(abs($1.0 - $1.1) <= tolerance) }
  #expect(wrong.isEmpty, "\(wrong.prefix(3)) \(context)", sourceLocation: sourceLocation)
}
