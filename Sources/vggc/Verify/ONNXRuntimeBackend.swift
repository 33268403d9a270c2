import VGGCommandLine
import VGGONNX

/// The emitted ONNX model, run by ONNX Runtime if it is installed for Python.
struct ONNXRuntimeBackend: Backend {
  static let id = BackendID.onnxruntime

  let python: String

  func run(_ verification: VerificationCase) throws -> BackendAnswer {
    let script = PythonScript(python: python, text: Self.script)
    // Checked first, to avoid writing half a gigabyte for nothing.
    try script.require(modules: "numpy", "onnxruntime")
    let model = verification.folder + "/model.onnx"
    try writeModel(of: verification, to: model)
    let output = verification.folder + "/onnxruntime.safetensors"
    let answer = try script.run(
      [model, verification.imagePath, verification.imageShape, verification.outputLayer],
      output: output)
    return BackendAnswer(
      version: answer.version, values: verification.layerValues(of: answer.values))
  }

  private func writeModel(of verification: VerificationCase, to path: String) throws {
    let model = emitONNX(
      verification.graph, verification.provenance, weights: verification.origin,
      givesLayers: verification.comparesLayers)
    let isLarge = verification.graph.layers.stateBytes > UnwritableModel.largestFile / 2
    do {
      try model.write(to: path, weights: verification.weights, hasDataFile: isLarge)
    } catch let error as UnwritableModel {
      throw BackendFailure(.unwritten(path, WritingRefusal(error)))
    }
  }

  private static let script = """
    numpy, onnxruntime = needed("numpy"), needed("onnxruntime")
    target, model, image, shape, output = sys.argv[1:]
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    images = numpy.fromfile(image, "<f4").reshape([int(extent) for extent in shape.split(",")])
    names = [value.name for value in session.get_outputs()]
    values = dict(zip([output] + names[1:], session.run(names, {"input": images})))
    write(target, {name: (list(value.shape), value.astype("<f4").tobytes()) for name, value in values.items()})
    print(onnxruntime.__version__)
    """
}
