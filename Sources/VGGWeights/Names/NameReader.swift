/// Reads the names of a file's tensors: by the convention that they follow, or otherwise by their order and shapes.
struct NameReader {
  private struct Module {
    let layer: LayerTensors
    let kind: LayerTensors.Kind
    let name: ModuleName
  }

  /// The layers of `features` in one reading.
  private struct Features {
    let layers: [NameReading.Placed]
    let places: NameReading.Places
    var prefix: [String]?
    /// The sequence that may also contain the linear layers.
    var container: [String]?
  }

  private struct Classifier {
    var layers: [NameReading.Placed] = []
    var hasPlaces = false
    var isWhole = true
  }

  private let tensors: [TensorDescription]
  private let modules: [Module]
  private let join: LayerOrder.Join
  private let isDeclared: Bool

  /// - Parameters:
  ///   - join: The relation between the network's consecutive convolutions.
  ///   - isDeclared: Whether the tensors are in the order in which the network declares them.
  init(
    _ tensors: [TensorDescription], _ paths: [TensorPath], join: LayerOrder.Join, isDeclared: Bool
  ) {
    self.tensors = tensors
    self.join = join
    self.isDeclared = isDeclared
    modules = LayerTensors.grouped(paths).modules.compactMap { layer in
      layer.kind(in: tensors).map { Module(layer: layer, kind: $0, name: ModuleName(layer.path)) }
    }
  }

  /// The possible readings of the names; one if they are unambiguous.
  func readings() -> [NameReading] {
    features().flatMap { features in
      classifiers(after: features).map { classifier in
        NameReading(
          features: features.layers, places: features.places, prefix: features.prefix,
          classifier: classifier.layers, hasClassifierPlaces: classifier.hasPlaces,
          isClassifierWhole: classifier.isWhole, of: tensors.count)
      }
    }
  }

  // MARK: - Features

  /// A naming convention of `features`, after a prefix.
  private enum Family: Hashable {
    case indices([String])
    case units([String])
    case blocks([String])
    case sequence([String])
    case named

    init(_ name: ModuleName) {
      switch name.place {
      case .features: self = .indices(name.prefix)
      case .unit: self = .units(name.prefix)
      case .block: self = .blocks(name.prefix)
      case .member: self = .sequence(name.prefix)
      case .named, .classifier: self = .named
      }
    }

    /// The words before the names.
    var prefix: [String] {
      switch self {
      case .indices(let prefix), .units(let prefix), .blocks(let prefix), .sequence(let prefix):
        prefix
      case .named: []
      }
    }

    /// Whether it determines where pooling layers are.
    var isConvention: Bool {
      switch self {
      case .indices, .units, .blocks: true
      case .sequence, .named: false
      }
    }
  }

  private func features() -> [Features] {
    var families: [Family] = []
    for module in modules where module.kind.isConvolution {
      let family = Family(module.name)
      if !families.contains(family) { families.append(family) }
    }
    let known = families.filter(\.isConvention)
    if !known.isEmpty { return features(ofConventions: known) }
    if families.count == 1, case .sequence(let container) = families[0], isWhole(container) {
      return features(of: families[0])
    }
    return families.isEmpty ? [.init(layers: [], places: .exact)] : featuresInOrder { _ in true }
  }

  /// One network per prefix; if the names after a prefix follow several conventions, only their order is known.
  private func features(ofConventions families: [Family]) -> [Features] {
    let prefixes = families.map(\.prefix).reduce(into: [[String]]()) { prefixes, prefix in
      if !prefixes.contains(prefix) { prefixes.append(prefix) }
    }
    // With more than two, the choice is just as ambiguous.
    return prefixes.prefix(8).flatMap { prefix in
      let own = families.filter { $0.prefix == prefix }
      return own.count == 1
        ? features(of: own[0]) : featuresInOrder { own.contains(Family($0.name)) }
    }
  }

  /// Whether a sequence is all of the features: a number in its name implies that there are others.
  private func isWhole(_ container: [String]) -> Bool {
    guard let name = container.last else { return true }
    return wholeNumber(name) != nil || !name.contains(where: \.isNumber)
  }

  private func features(of family: Family) -> [Features] {
    let parts = modules.filter { Family($0.name) == family && !$0.kind.isLinear }
    let found: Features? =
      switch family {
      case .indices(let prefix):
        indexed(parts).map { Features(layers: $0, places: .exact, prefix: prefix) }
      case .sequence(let container):
        indexed(parts).map { Features(layers: $0, places: .exact, container: container) }
      case .units(let prefix):
        units(parts).map { Features(layers: $0, places: .exact, prefix: prefix) }
      case .blocks(let prefix):
        blocks(parts).map { Features(layers: $0, places: .blocks, prefix: prefix) }
      case .named: nil
      }
    return found.map { [$0] } ?? featuresInOrder { Family($0.name) == family }
  }

  private func placed(_ module: Module, at index: Int) -> NameReading.Placed {
    NameReading.Placed(module.layer, module.kind, at: index, in: tensors)
  }

  /// The layers by their own indices; `nil` if two have the same index.
  private func indexed(_ parts: [Module]) -> [NameReading.Placed]? {
    let layers = parts.compactMap { module in module.name.index.map { placed(module, at: $0) } }
      .sorted { $0.index < $1.index }
    return Set(layers.map(\.index)).count == layers.count ? layers : nil
  }

  /// A unit without weights is a pooling layer; any other takes the places of its convolution, its batch normalisation
  /// and a ReLU.
  private func units(_ parts: [Module]) -> [NameReading.Placed]? {
    let units = Dictionary(grouping: parts) { $0.name.index ?? 0 }
    var layers: [NameReading.Placed] = []
    var (next, unit) = (0, 0)
    for (index, modules) in units.sorted(by: { $0.key < $1.key }) {
      next += index - unit
      guard let added = inPair(modules, from: next) else { return nil }
      layers += added
      next += added.count + 1
      unit = index + 1
    }
    return layers
  }

  /// A block's convolutions follow each other, each with its batch normalisation and a ReLU; a pooling layer follows the
  /// block.
  private func blocks(_ parts: [Module]) -> [NameReading.Placed]? {
    let blocks = Dictionary(grouping: parts) { $0.name.block?.block ?? 0 }
    let size = 2 + (parts.contains { !$0.kind.isConvolution } ? 1 : 0)
    var layers: [NameReading.Placed] = []
    var (next, block) = (0, 1)
    for (index, modules) in blocks.sorted(by: { $0.key < $1.key }) {
      next += index - block
      let numbers = Dictionary(grouping: modules) { $0.name.block?.number ?? 0 }
      for (number, modules) in numbers.sorted(by: { $0.key < $1.key }) {
        guard let added = inPair(modules, from: next + (number - 1) * size) else { return nil }
        layers += added
      }
      next += (numbers.keys.max() ?? 0) * size
      block = index
    }
    return layers
  }

  /// A convolution, and its batch normalisation if there is one; `nil` for anything else.
  private func inPair(_ modules: [Module], from index: Int) -> [NameReading.Placed]? {
    let convolutions = modules.filter(\.kind.isConvolution)
    let norms = modules.filter { !$0.kind.isConvolution }
    guard convolutions.count == 1, norms.count <= 1 else { return nil }
    return [placed(convolutions[0], at: index)] + norms.map { placed($0, at: index + 1) }
  }

  /// Convolutions of which only the order is known; empty if the names and shapes show no order.
  private func featuresInOrder(_ isIncluded: (Module) -> Bool) -> [Features] {
    let parts = modules.filter { isIncluded($0) && !$0.kind.isLinear }
    let convolutions = parts.filter(\.kind.isConvolution)
    let norms = parts.filter { !$0.kind.isConvolution }.sorted {
      isDeclared
        ? $0.layer.first < $1.layer.first
        : NumberedName($0.layer.path) < NumberedName($1.layer.path)
    }
    let orders = LayerOrder(
      convolutions.map(\.layer), convolutions.map(\.kind.flow), join: join,
      isDeclared: isDeclared
    ).possible()
    let found = orders.compactMap { order -> Features? in
      let ordered = order.map { convolutions[$0] }
      if norms.isEmpty {
        return Features(
          layers: ordered.enumerated().map { placed($1, at: 2 * $0) }, places: .order)
      }
      let paired = Self.norms(norms, of: ordered) ?? norms
      guard paired.count == ordered.count,
        zip(ordered, paired).allSatisfy({ $0.kind.flow.outputs == $1.kind.flow.outputs })
      else { return nil }
      return Features(
        layers: zip(ordered, paired).enumerated().flatMap { place, pair in
          [placed(pair.0, at: 3 * place), placed(pair.1, at: 3 * place + 1)]
        }, places: .order)
    }
    return found.isEmpty ? [Features(layers: [], places: .exact)] : found
  }

  /// The batch normalisations in the order of the convolutions in the same modules; `nil` if they do not share modules
  /// one to one.
  private static func norms(_ norms: [Module], of convolutions: [Module]) -> [Module]? {
    let paired = convolutions.compactMap { convolution -> Module? in
      let parent = convolution.layer.path.dropLast()
      let beside = norms.filter { $0.layer.path.dropLast() == parent }
      return beside.count == 1 ? beside[0] : nil
    }
    return paired.count == convolutions.count ? paired : nil
  }

  // MARK: - Classifier

  private func classifiers(after features: Features) -> [Classifier] {
    // A linear layer among the convolutions is not a known structure.
    let linears = modules.filter { $0.kind.isLinear && !$0.layer.path.contains("features") }
    let indexed = linears.filter(\.name.isInClassifier)
    let prefixes = Set(indexed.map(\.name.prefix))
    if let prefix = prefixes.first(where: { $0 == features.prefix ?? [] })
      ?? (prefixes.count == 1 ? prefixes.first : nil)
    {
      return [inClassifier(indexed.filter { $0.name.prefix == prefix })]
    }
    if let container = features.container,
      case let members = linears.filter({ $0.name.isMember(of: container) }), !members.isEmpty
    {
      return [inSequence(members)]
    }
    let sequences = Set(linears.compactMap { $0.name.index == nil ? nil : $0.name.prefix })
    if sequences.count == 1, linears.allSatisfy({ $0.name.index != nil }) {
      return [inClassifier(linears)]
    }
    return inOrder(within(features.prefix ?? [], linears))
  }

  /// The linear layers after the prefix of the features, or all if there are none.
  private func within(_ prefix: [String], _ linears: [Module]) -> [Module] {
    let own = linears.filter { $0.layer.path.starts(with: prefix) }
    return own.isEmpty ? linears : own
  }

  private func inClassifier(_ linears: [Module]) -> Classifier {
    let prefix = linears.first?.name.prefix
    let others = modules.contains {
      !$0.kind.isLinear && $0.name.isInClassifier && $0.name.prefix == prefix
    }
    return Classifier(layers: indexed(linears) ?? [], hasPlaces: true, isWhole: !others)
  }

  /// Linear layers that continue the sequence of the features: the first has the first place.
  private func inSequence(_ linears: [Module]) -> Classifier {
    let layers = indexed(linears) ?? []
    let first = layers.first?.index ?? 0
    return Classifier(
      layers: layers.map { layer in
        var copy = layer
        copy.index -= first
        return copy
      }, hasPlaces: true)
  }

  private func inOrder(_ linears: [Module]) -> [Classifier] {
    guard !linears.isEmpty else { return [Classifier()] }
    let orders = LayerOrder(linears.map(\.layer), linears.map(\.kind.flow), isDeclared: isDeclared)
      .possible()
    guard !orders.isEmpty else { return [Classifier(isWhole: false)] }
    return orders.map { order in
      // torchvision's places: a linear layer, a ReLU, a dropout.
      Classifier(layers: order.enumerated().map { placed(linears[$1], at: 3 * $0) })
    }
  }
}

extension LayerTensors.Kind {
  fileprivate var isConvolution: Bool {
    if case .convolution = self { true } else { false }
  }

  fileprivate var isLinear: Bool {
    if case .linear = self { true } else { false }
  }

  fileprivate var flow: (inputs: Int, outputs: Int) {
    switch self {
    case .convolution(let inputs, let outputs), .linear(let inputs, let outputs):
      (inputs, outputs)
    case .norm(let channels): (channels, channels)
    }
  }
}

extension ModuleName {
  /// The index in the name.
  fileprivate var index: Int? {
    switch place {
    case .features(let index), .classifier(let index), .unit(let index), .member(let index): index
    case .block, .named: nil
    }
  }

  fileprivate var block: (block: Int, number: Int)? {
    if case .block(let block, let number) = place { (block, number) } else { nil }
  }

  fileprivate var isInClassifier: Bool {
    if case .classifier = place { true } else { false }
  }

  fileprivate func isMember(of container: [String]) -> Bool {
    if case .member = place { prefix == container } else { false }
  }
}
