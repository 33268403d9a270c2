import VGGGraph
import VGGSpec
import VGGWeights

/// The layers with weights, each with its place, as a state dict's names and shapes show them.
///
/// Places are torchvision's: every convolution, batch normalisation, ReLU and pooling layer takes an
/// index of `features`, so that layers without weights appear as gaps.
struct NetworkOutline: Hashable {
  struct Convolution: Hashable {
    let index: Int
    /// The input channels of one group, if the convolution has several.
    var inputChannels: Int
    let outputChannels: Int
    let kernel: Sides
    let hasBias: Bool
  }

  struct Norm: Hashable {
    let index: Int
    let channels: Int
  }

  struct Linear: Hashable {
    let index: Int
    let inputs: Int
    let outputs: Int
    let hasBias: Bool
  }

  /// A one-dimensional weight that is alone at its place, like PReLU's.
  struct Slopes: Hashable {
    let place: LayerPosition
    let count: Int
  }

  private(set) var convolutions: [Convolution] = []
  private(set) var norms: [Norm] = []
  private(set) var linears: [Linear] = []
  /// The batch normalisations of the classifier; their indices are in it.
  private(set) var classifierNorms: [Norm] = []
  private(set) var slopes: [Slopes] = []
  /// The names of tensors that do not belong to such a layer, in order.
  private(set) var others: [String] = []
  /// The names of tensors outside the network, in order.
  let beside: [String]
  /// The names of the convolutions' weights if they show only an order, not where pooling layers
  /// are.
  let namesInOrder: [String]

  /// The outline of the network to which a file's tensors belong.
  init(_ names: WeightNames) {
    // Slopes and the classifier's normalisations are not among the layers by which names are read.
    let unread = names.unread
    let modules = ModuleTensors.grouped(unread.map(\.tensor)).modules
    let known = Set(modules.filter(\.isBetweenLayers).map(\.place))
    func isKnown(_ tensor: TensorDescription) -> Bool {
      ModuleTensors.place(of: tensor).map(known.contains) ?? false
    }
    self.init(
      names.layers + unread.map(\.tensor).filter(isKnown),
      others: unread.filter { !isKnown($0.tensor) }.map(\.source), beside: names.beside,
      namesInOrder: names.namesInOrder)
  }

  /// - Parameter tensors: Tensors under torchvision's names.
  private init(
    _ tensors: some Sequence<TensorDescription>, others: [String] = [], beside: [String] = [],
    namesInOrder: [String] = []
  ) {
    let (modules, rest) = ModuleTensors.grouped(tensors)
    (self.others, self.beside, self.namesInOrder) = (others + rest, beside, namesInOrder)
    for module in modules {
      if let convolution = Convolution(module) {
        convolutions.append(convolution)
      } else if let norm = Norm(module) {
        switch module.place {
        case .classifier: classifierNorms.append(norm)
        case .features, .avgpool, .flatten: norms.append(norm)
        }
      } else if let slopes = Slopes(module) {
        self.slopes.append(slopes)
      } else if let linear = Linear(module) {
        linears.append(linear)
      } else {
        self.others += module.parts.keys.sorted().map { "\(module.place).\($0)" }
      }
    }
  }

  /// The outline of a checked network.
  init(_ graph: ModelGraph) {
    self.init(graph.tensorDescriptions)
  }
}

extension NetworkOutline {
  /// The slopes among the features.
  var featureSlopes: [Slopes] { slopes.filter { !$0.place.isClassifier } }
}

extension LayerPosition {
  /// The index in the features; `nil` elsewhere.
  var featureIndex: Int? {
    if case .features(let index) = self { index } else { nil }
  }

  /// The index in the classifier; `nil` elsewhere.
  var classifierIndex: Int? {
    if case .classifier(let index) = self { index } else { nil }
  }
}

/// The tensors of one module of `features` or `classifier`.
private struct ModuleTensors {
  let place: LayerPosition
  /// Shapes by the last part of the name: `weight`, `bias`.
  private(set) var parts: [String: [Int]] = [:]

  /// The modules in order, `features` first, and the names of another form.
  static func grouped(
    _ tensors: some Sequence<TensorDescription>
  ) -> (modules: [ModuleTensors], others: [String]) {
    var others: [String] = []
    var features: [Int: ModuleTensors] = [:]
    var classifier: [Int: ModuleTensors] = [:]
    for tensor in tensors {
      guard let (place, part) = parsed(tensor.name) else {
        others.append(tensor.name)
        continue
      }
      switch place {
      case .features(let index):
        features[index, default: ModuleTensors(place: place)].parts[part] = tensor.shape
      case .classifier(let index):
        classifier[index, default: ModuleTensors(place: place)].parts[part] = tensor.shape
      case .avgpool, .flatten: continue
      }
    }
    let modules = [features, classifier].flatMap { modules in
      modules.sorted { $0.key < $1.key }.map(\.value)
    }
    return (modules, others)
  }

  /// The place of the module to which a tensor with a name of that form belongs.
  static func place(of tensor: TensorDescription) -> LayerPosition? { parsed(tensor.name)?.0 }

  /// Whether this is a PReLU, or a batch normalisation of the classifier.
  var isBetweenLayers: Bool {
    NetworkOutline.Slopes(self) != nil
      || classifierIndex != nil && NetworkOutline.Norm(self) != nil
  }

  /// Far beyond any network of the language, and far below integer overflow.
  private static let largestIndex = 1 << 32

  /// `features.0.weight`, split into its parts.
  private static func parsed(_ name: String) -> (LayerPosition, part: String)? {
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count == 3, let index = Int(words[1]), String(index) == words[1],
      (0..<largestIndex).contains(index)
    else { return nil }
    switch words[0] {
    case "features": return (.features(index), String(words[2]))
    case "classifier": return (.classifier(index), String(words[2]))
    default: return nil
    }
  }

  var featureIndex: Int? { place.featureIndex }

  var classifierIndex: Int? { place.classifierIndex }

  /// The index in either.
  var index: Int { featureIndex ?? classifierIndex ?? 0 }

  /// Whether there is a weight, and apart from it at most a bias of the given length.
  func hasWeight(andBiasOf count: Int) -> Bool {
    parts.allSatisfy { $0.key == "weight" || ($0.key == "bias" && $0.value == [count]) }
  }
}

extension NetworkOutline.Convolution {
  fileprivate init?(_ module: ModuleTensors) {
    guard let index = module.featureIndex, let weight = module.parts["weight"], weight.count == 4,
      module.hasWeight(andBiasOf: weight[0])
    else { return nil }
    self.init(
      index: index, inputChannels: weight[1], outputChannels: weight[0],
      kernel: Sides(height: weight[2], width: weight[3]), hasBias: module.parts["bias"] != nil)
  }
}

extension NetworkOutline.Norm {
  fileprivate init?(_ module: ModuleTensors) {
    guard let weight = module.parts["weight"], weight.count == 1,
      ["bias", "running_mean", "running_var"].allSatisfy({ module.parts[$0] == weight })
    else { return nil }
    self.init(index: module.index, channels: weight[0])
  }
}

extension NetworkOutline.Slopes {
  fileprivate init?(_ module: ModuleTensors) {
    guard module.parts.count == 1, let weight = module.parts["weight"], weight.count == 1 else {
      return nil
    }
    self.init(place: module.place, count: weight[0])
  }
}

extension NetworkOutline.Linear {
  fileprivate init?(_ module: ModuleTensors) {
    guard let index = module.classifierIndex, let weight = module.parts["weight"],
      weight.count == 2, module.hasWeight(andBiasOf: weight[0])
    else { return nil }
    self.init(
      index: index, inputs: weight[1], outputs: weight[0], hasBias: module.parts["bias"] != nil)
  }
}
