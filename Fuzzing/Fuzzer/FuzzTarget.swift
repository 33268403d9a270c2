/// A reader of files or messages from elsewhere, which libFuzzer feeds.
///
/// One program holds all of them, since linking takes longer than anything else.
enum FuzzTarget: String, CaseIterable {
  case frontEnd = "FrontEnd"
  case formatter = "Formatter"
  case safetensors = "Safetensors"
  case pyTorch = "PyTorch"
  case onnx = "ONNX"
  case keras = "Keras"
  case darknet = "Darknet"
  case caffe = "Caffe"
  case checkpoint = "Checkpoint"
  case packedCache = "PackedCache"
  case metrics = "Metrics"
  case idx = "IDX"
  case photo = "Photo"
  case runtimeInput = "RuntimeInput"
  case languageServer = "LanguageServer"
  case connection = "Connection"
  case question = "Question"

  /// The target that the environment names: `VGGC_FUZZER=Metrics`.
  static let chosen: FuzzTarget = {
    let name = environment("VGGC_FUZZER") ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("VGGC_FUZZER must be one of \(names), not \"\(name)\"")
    }
    return target
  }()

  /// Reads one input; a trap or a failed precondition is a finding.
  ///
  /// - Returns: 0, or -1 for an input that is not worth keeping.
  func take(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
    switch self {
    case .frontEnd: fuzzFrontEnd(bytes)
    case .formatter: fuzzFormatter(bytes)
    case .safetensors: fuzzWeights(bytes, in: [.safetensors])
    case .pyTorch: fuzzWeights(bytes, in: [.pyTorchZip, .pyTorchStream])
    case .onnx, .keras: fuzzModelFile(bytes, asWeightsOf: nil)
    case .darknet: fuzzModelFile(bytes, asWeightsOf: ForeignTexts.darknet)
    case .caffe: fuzzModelFile(bytes, asWeightsOf: ForeignTexts.caffe)
    case .checkpoint: fuzzCheckpoint(bytes)
    case .packedCache: fuzzPackedCache(bytes)
    case .metrics: fuzzMetrics(bytes)
    case .idx: fuzzIDX(bytes)
    case .photo: fuzzPhoto(bytes)
    case .runtimeInput: fuzzRuntimeInput(bytes)
    case .languageServer: fuzzLanguageServer(bytes)
    case .connection: fuzzConnection(bytes)
    case .question: fuzzQuestion(bytes)
    }
  }
}
