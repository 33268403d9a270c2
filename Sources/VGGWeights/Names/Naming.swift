/// A file's tensors under the names that a reading assigns to them.
struct Naming {
  /// In the file's order.
  let tensors: [MappedTensor]
  /// The tensors of the reading's layers, in order.
  let layers: [TensorDescription]
  let remarks: [WeightRemark]
  /// The names of tensors that do not belong to a layer, although they are among the network's layers.
  let notUnderstood: [String]
  /// The names of tensors outside the network.
  let beside: [String]
  /// The names of the convolutions' weights if they show only an order.
  let namesInOrder: [String]

  /// The layers' tensors, even if they keep their own names.
  private let read: [MappedTensor]

  /// - Parameter paths: The names of `file`, split into parts.
  init(_ reading: NameReading, _ file: [TensorDescription], paths: [TensorPath]) {
    var mapped: [Int: MappedTensor] = [:]
    var read: [MappedTensor] = []
    for (section, placed) in [("features", reading.features), ("classifier", reading.classifier)] {
      for (number, layer) in placed.enumerated() {
        let takesMap = section == "classifier" && number == 0
        for (part, place) in layer.layer.parts.sorted(by: { $0.value < $1.value }) {
          let tensor = layer.mapped(
            file[place], as: part, of: "\(section).\(layer.index)",
            channels: takesMap ? reading.lastChannels ?? 1 : 1)
          mapped[place] = tensor
          if part != .counter { read.append(tensor) }
        }
      }
    }
    self.read = read
    layers = read.map(\.description)
    // Names that show only an order get places only from a network.
    if reading.places == .order { mapped = [:] }
    var taken = Set(mapped.values.map(\.description.name))
    for place in reading.unread where reading.places != .order {
      let path = paths[place]
      guard let prefix = reading.prefix, path.module.starts(with: prefix),
        !prefix.isEmpty || path != TensorPath(file[place].name, isPlain: true),
        case let name = path.name(without: prefix), taken.insert(name).inserted
      else { continue }
      mapped[place] = MappedTensor(file[place], as: name)
    }
    let layerNames = Set(mapped.values.map { Self.module($0.description.name) })
    for place in reading.unread where mapped[place] == nil {
      // A tensor outside the network may have the name of one inside it.
      var name = file[place].name
      if layerNames.contains(Self.module(name)) { name = "other." + name }
      while !taken.insert(name).inserted { name = "other." + name }
      mapped[place] = MappedTensor(file[place], as: name)
    }
    tensors = file.enumerated().map { mapped[$0] ?? MappedTensor($1, as: $1.name) }
    remarks = reading.places == .order ? [] : Self.remarks(on: tensors, read)
    namesInOrder =
      reading.places == .order ? read.filter { $0.description.shape.count == 4 }.map(\.source) : []
    let unread = reading.unread.filter { paths[$0].part != .counter }
    // If one tensor of a module belongs to the network, all do.
    let modules = Set(
      unread.filter { Self.isOfNetwork(file[$0], paths[$0], prefix: reading.prefix ?? []) }
        .map { paths[$0].module })
    let isOfNetwork = { (place: Int) in modules.contains(paths[place].module) }
    notUnderstood = unread.filter(isOfNetwork).map { file[$0].name }
    beside = unread.filter { !isOfNetwork($0) }.map { file[$0].name }
  }

  /// Whether the tensor may belong to a layer of the network: it is in the features or the classifier, has two or
  /// more axes, or is a statistic.
  private static func isOfNetwork(
    _ tensor: TensorDescription, _ path: TensorPath, prefix: [String]
  ) -> Bool {
    guard path.module.starts(with: prefix) else { return false }
    let section = path.module.dropFirst(prefix.count).first
    return section == "features" || section == "classifier" || tensor.shape.count > 1
      || path.part == .runningMean || path.part == .runningVariance
  }

  /// Whether every tensor of `network` is present with its shape.
  func fits(_ network: [TensorDescription]) -> Bool {
    let shapes = Dictionary(tensors.map { ($0.description.name, $0.description.shape) }) {
      first, _ in
      first
    }
    return network.allSatisfy { shapes[$0.name] == $0.shape }
  }

  /// The first tensor that has another source in `other`.
  func difference(from other: Naming) -> WeightNames.Ambiguity? {
    let sources = Dictionary(other.read.map { ($0.description.name, $0.source) }) { first, _ in
      first
    }
    let common = read.first { tensor in
      sources[tensor.description.name].map { $0 != tensor.source } ?? false
    }
    guard let tensor = common ?? read.first,
      let second = sources[tensor.description.name] ?? other.read.first?.source
    else { return nil }
    return WeightNames.Ambiguity(
      name: tensor.description.name, first: tensor.source, second: second)
  }
}

// MARK: - Remarks

extension Naming {
  private static func remarks(
    on tensors: [MappedTensor], _ read: [MappedTensor]
  ) -> [WeightRemark] {
    let renamed = tensors.filter { $0.source != $0.description.name }
    guard let first = renamed.first else { return [] }
    if first.source.hasSuffix("." + first.description.name),
      case let prefix = first.source.dropLast(first.description.name.count),
      renamed.allSatisfy({ $0.source == prefix + $0.description.name })
    {
      return [.withoutPrefix(String(prefix))]
    }
    var remarks: [WeightRemark] = []
    if read.contains(where: { $0.form != .same }) { remarks.append(.kerasNames) }
    if read.contains(where: { $0.form == .variances }) { remarks.append(.kerasVariances) }
    return remarks + [.renamed(renamings(of: read))]
  }

  /// `conv1_1` as `features.0`, `conv2_1` as `features.3`.
  private static func renamings(of read: [MappedTensor]) -> [WeightRemark.Renaming] {
    var renamings: [WeightRemark.Renaming] = []
    for tensor in read {
      let renaming = WeightRemark.Renaming(
        source: module(tensor.source), name: module(tensor.description.name))
      if renaming.source != renaming.name, renaming != renamings.last { renamings.append(renaming) }
    }
    return renamings
  }

  /// A tensor's name without its last word.
  private static func module(_ name: String) -> String {
    name.lastIndex { $0 == "." || $0 == "/" }.map { String(name[..<$0]) } ?? name
  }
}

extension NameReading.Placed {
  /// The file's tensor for a part of this layer, renamed for the module.
  fileprivate func mapped(
    _ tensor: TensorDescription, as part: TensorPath.Part, of module: String, channels: Int
  ) -> MappedTensor {
    let name = "\(module).\(part.name)"
    switch (part, kind) {
    case (.kernel, .convolution): return MappedTensor(tensor, as: name, shape: shape, .kernelLast)
    case (.kernel, .linear(let inputs, _)):
      let channels = channels > 0 && inputs.isMultiple(of: channels) ? channels : 1
      return MappedTensor(tensor, as: name, shape: shape, .inputsFirst(channels: channels))
    case (.weight, .linear): return MappedTensor(tensor, as: name, shape: shape)
    case (.movingVariance, _): return MappedTensor(tensor, as: name, .variances)
    case (.kernel, .norm), (.weight, _), (.bias, _), (.runningMean, _), (.runningVariance, _),
      (.gamma, _), (.beta, _), (.movingMean, _), (.counter, _):
      return MappedTensor(tensor, as: name)
    }
  }
}
