import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGModelFiles
import VGGSpec
import VGGWeights

/// Imports an input as another tool's model: whatever the bytes, the result is a configuration, the parts that have no
/// counterpart, or a message; the tensors of a valid network can all be read.
///
/// - Parameter text: The text whose weights the input is; `nil` for an input that is a model by itself.
func fuzzModelFile(_ bytes: UnsafeBufferPointer<UInt8>, asWeightsOf text: String?) -> CInt {
  let path = ScratchFolder.write(bytes, to: "input")
  let main = text.map { ScratchFolder.write(Array($0.utf8), to: "network") }
  do {
    let file = try importFile(main ?? path, weights: text == nil ? nil : path)
    guard let configuration = file.configuration else { return 0 }
    let pipeline = CompilerPipeline(
      reader: SourceReader { path throws(UnreadableFile) in throw UnreadableFile(reason: path) })
    let source = SourceFile(name: "input", text: configuration)
    guard let graph = pipeline.compileAll(source).graphs.first,
      graph.layers.stateBytes < 1 << 22, let weights = try file.weights(for: graph)
    else { return 0 }
    for tensor in graph.stateTensors {
      let values = try weights.tensor(tensor.name, shape: tensor.shape)
      precondition(values.shape == tensor.shape && values.count == tensor.shape.reduce(1, *))
    }
  } catch let error as WeightError {
    precondition(error.offset.map { $0 <= bytes.count } ?? true, "\(error) is outside its file")
    precondition(isPrintable("\(error)"), "a control character was printed")
  } catch {
    preconditionFailure("\(error)")
  }
  return 0
}

/// Texts of networks whose weights are in other files.
enum ForeignTexts {
  static let darknet = """
    [net]
    height=4
    width=4
    channels=1
    [convolutional]
    batch_normalize=1
    filters=2
    size=1
    activation=relu
    [connected]
    output=2
    activation=linear

    """

  static let caffe = """
    layer { name: "data" type: "Input" top: "data" input_param { shape: { dim: 1 dim: 3 dim: 13 dim: 10 } } }
    layer { name: "conv1_1" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 4 kernel_size: 3 pad: 1 } }
    layer { name: "relu" type: "ReLU" bottom: "c" top: "c" }
    layer { name: "fc7" type: "InnerProduct" bottom: "c" top: "f" inner_product_param { num_output: 5 } }

    """
}
