import VGGCompilation
import VGGEmitters
import VGGGraph

/// A checked network: the shapes of all layers are known and fit each other.
///
/// A network comes only from the compiler, as a model of a ``CompiledConfiguration`` without errors. Its values are for
/// one image, in float32.
public struct Network: Sendable {
  /// The model's name in the configuration.
  public let name: String
  /// The name of the Swift type that ``swiftSource()`` declares, which is also the class in ``pyTorchModule()``.
  public let typeName: String
  /// The image: channels x height x width.
  public let input: Shape
  /// The shape of the last layer's output.
  public let output: Shape
  /// All layers in the order in which they run; never empty.
  public let layers: [Layer]
  /// The layers whose values are outputs in addition to the last one's, in the configuration's order.
  public let taps: [Tap]
  /// The sums over all layers.
  public let totals: Totals
  /// The class names in the order of the outputs; `nil` if the configuration has none.
  public let labels: [String]?

  let named: NamedNetwork
  let compilation: Compilation
}

extension Network {
  init(_ network: NamedNetwork, of compilation: Compilation) {
    let graph = network.graph
    name = graph.name
    typeName = network.typeName
    input = Shape(.map(graph.input))
    output = Shape(graph.output)
    layers = zip(graph.layers, PaperNames(graph.layers).names).map { layer, name in
      Layer(layer, paperName: name, in: compilation.sources)
    }
    taps = graph.taps.map { Tap(name: $0.name, layerIndex: $0.layer) }
    totals = Totals(of: graph)
    labels = graph.labels
    named = network
    self.compilation = compilation
  }

  /// The checked graph.
  var graph: ModelGraph { named.graph }
}
