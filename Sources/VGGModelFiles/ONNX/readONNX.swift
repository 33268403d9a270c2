import VGGDiagnostics
import VGGImport
import VGGSpec
import VGGWeights

/// Reads an ONNX model: its chain of operators, and its weights if it has their values.
///
/// - Throws: `WeightError` if the bytes are not a model.
func readONNX(_ file: MappedFile) throws(WeightError) -> ImportedFile {
  let model = try ONNXFile(file)
  var chain = ONNXChain(model)
  try chain.follow()
  let network = ImportedNetwork(
    name: model.modelName, channels: chain.image.channels, plane: chain.image.plane,
    layers: chain.layers, order: chain.order)
  let hasValues = chain.weights.allSatisfy { $0.tensors["weight"] != nil }
  var result = ImportedFile(
    source: SourceFile(name: file.path, text: model.listing),
    network: ReadNetwork(network, without: chain.obstacles),
    weights: hasValues && !chain.weights.isEmpty ? chain.weights : nil)
  result.remarks = chain.remarks
  result.additions = model.preprocessing(of: chain.image.channels)
  if let configuration = result.configuration, model.outputs.count > 1 {
    let taps = ONNXTaps(Array(model.outputs.dropFirst()), of: chain, configuration: configuration)
    if let line = taps.line { result.additions.append(line) }
    if !taps.leftOut.isEmpty { result.remarks.append(.outputsLeftOut(taps.leftOut)) }
  }
  if !hasValues { result.remarks.append(.noValues) }
  return result
}

extension ONNXFile {
  /// The model's name: the one in the metadata, or else the graph's, unless that is generic.
  fileprivate var modelName: String? {
    if let name = metadata["model"] { return name }
    let generic: Set<String> = [
      "", "main_graph", "main", "torch-jit-export", "torch_jit", "graph", "tf2onnx",
    ]
    return generic.contains(graphName) ? nil : graphName
  }

  /// The lines of the configuration for photos and classes, from the metadata of vggc's own models.
  ///
  /// - Parameter channels: The image's channels.
  fileprivate func preprocessing(of channels: Int?) -> [String] {
    var lines: [String] = []
    if let resize = metadata["preprocess.resize"], !resize.hasPrefix("{") {
      lines.append("resize: \(resize == "null" ? "none" : resize.line)")
    }
    if let text = metadata["preprocess.interpolation"], text != "\"bilinear\"" {
      lines.append("interpolation: \(text.line)")
    }
    let usual = [
      "mean": LanguageDefaults.colourMean, "std": LanguageDefaults.colourDeviation,
    ]
    for key in ["mean", "std"] {
      guard let text = metadata["preprocess.\(key)"] else { continue }
      let values = channels == 3 ? usual[key] ?? [] : [key == "mean" ? 0 : 1]
      let isUsual = text == "[\(values.map(plain).joined(separator: ","))]"
      if !isUsual { lines.append("\(key): \(text.line)") }
    }
    let preprocess = lines.isEmpty ? [] : ["preprocess: {\(lines.joined(separator: ", "))}"]
    // A text instead of a list would be taken for a file's path.
    let labels = metadata["labels"].flatMap { $0.hasPrefix("[") ? ["labels: \($0.line)"] : nil }
    return preprocess + (labels ?? [])
  }
}

extension String {
  /// A text of a file as one line, which YAML's parser then checks.
  fileprivate var line: String { String(filter { !$0.isNewline }) }
}
