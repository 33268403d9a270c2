import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGGraph
import VGGONNX
import VGGWeights

/// The input of every backend: one network, one image and the weights, as files.
struct VerificationCase {
  let network: NamedNetwork
  let provenance: Provenance
  /// The arguments with which `vgg` finds the configuration, placed before its other arguments.
  let configurationArguments: [String]
  /// The configuration's text if it came from standard input; `nil` if it came from a file.
  let typedConfiguration: [UInt8]?
  /// The folder that contains the files, where backends add theirs.
  let folder: String
  let weights: any WeightSource
  let origin: ONNXWeights
  /// Whether layers are also compared.
  let comparesLayers: Bool
  /// The language in which programs of this project explain why they fail.
  let language: Language

  var graph: ModelGraph { network.graph }

  /// The image: raw little-endian float32 values, channels x height x width.
  var imagePath: String { folder + "/input.f32" }

  /// The file for `vgg` to read as standard input; `nil` if it does not read any.
  var standardInputPath: String? { typedConfiguration == nil ? nil : folder + "/network.yaml" }

  /// The weights that the network reads, as float32.
  var weightsPath: String { folder + "/weights.safetensors" }

  /// The name of the layer whose values are the network's output.
  var outputLayer: String {
    graph.layers.last.flatMap { graph.runningLayers[$0.name] } ?? "input"
  }

  /// The values with taps' names replaced by the names of their layers; other names are unchanged.
  func layerValues(of values: [String: [Float]]) -> [String: [Float]] {
    var values = values
    let tapped = graph.tappedLayers.map { ($0.layer.name, values.removeValue(forKey: $0.tap.name)) }
    for (layer, tap) in tapped { if let tap { values[layer] = tap } }
    return values
  }

  /// The image's shape as one argument of a Python script.
  var imageShape: String {
    ([1] + Shape.map(graph.input).dimensions).map(String.init).joined(separator: ",")
  }

  /// Writes the weights, and the image, whose values are all from -1 to 1 and depend only on
  /// `seed`.
  func writeFiles(seed: UInt64) throws {
    var random = SplitMix64(seed: seed, name: "input")
    let count = Shape.map(graph.input).elementCount
    let image = (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
    try Output.write(
      image.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }, to: imagePath)
    if let typedConfiguration, let standardInputPath {
      try Output.write(typedConfiguration, to: standardInputPath)
    }
    let tensors = graph.tensorDescriptions
    try Output.writeWeights(.writingWeights, of: tensors, to: weightsPath) { progress in
      try writeSafetensors(tensors, from: weights, to: weightsPath, progress: progress)
    }
  }
}
