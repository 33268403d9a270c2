import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGImport
import VGGONNX
import VGGSpec
import VGGSyntax

/// The outputs of a graph, as the key `taps` of the configuration made from the graph.
struct ONNXTaps {
  /// `taps: [relu1_2, relu2_2]`, in the order of the graph's outputs; `nil` if there are none.
  let line: String?
  /// The outputs that are not the values of a layer before the last.
  let leftOut: [String]

  /// - Parameters:
  ///   - outputs: The names of the graph's outputs after the first.
  ///   - configuration: The configuration made from the graph.
  init(_ outputs: [String], of chain: ONNXChain, configuration: String) {
    let layers = NamedLayers(configuration, of: chain)
    // Dropout computes nothing at inference, and is not among the named layers.
    var places = [-1]
    for layer in chain.layers {
      places.append(places[places.count - 1] + (layer.isDropout ? 0 : 1))
    }
    var taken: Set<Int> = []
    var names: [String] = []
    var leftOut: [String] = []
    for output in outputs {
      // A pooling layer that still waits for nodes becomes a layer only once all of them are there.
      let place = chain.taps[output].flatMap { places.indices.contains($0) ? places[$0] : nil }
      if let place, let name = layers?.name(at: place, for: output), taken.insert(place).inserted {
        names.append(name)
      } else {
        leftOut.append(output)
      }
    }
    line = names.isEmpty ? nil : "taps: [\(names.joined(separator: ", "))]"
    self.leftOut = leftOut
  }
}

/// The layers of a configuration that compute something, with both of their names.
private struct NamedLayers {
  private let names: [(paper: String, torchvision: String)]

  /// `nil` if they do not correspond one to one to those of the chain.
  init?(_ configuration: String, of chain: ONNXChain) {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: "", text: configuration))
    let noFiles = SourceReader { _ throws(UnreadableFile) in
      throw UnreadableFile(reason: "a configuration that was read names no files")
    }
    let root = parseYAML(source, in: sources).root
    let models = resolve(root, of: source, in: &sources, reader: noFiles).models
    guard models.count == 1, let spec = models[0].spec,
      case .graph(let graph) = check(spec, earlier: []).model
    else { return nil }
    let running = Set(graph.runningLayers.values)
    names = zip(PaperNames(graph.layers).names, graph.layers).filter { running.contains($1.name) }
      .map { ($0, $1.name) }
    guard names.count == chain.layers.count(where: { !$0.isDropout }) else { return nil }
  }

  /// The name of a layer before the last: `output`, if it is one of the layer's own names.
  func name(at place: Int, for output: String) -> String? {
    guard names.indices.dropLast().contains(place) else { return nil }
    return output == names[place].torchvision ? output : names[place].paper
  }
}

extension ImportedLayer {
  fileprivate var isDropout: Bool {
    if case .dropout = kind { true } else { false }
  }
}
