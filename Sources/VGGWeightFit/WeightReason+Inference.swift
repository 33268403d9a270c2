import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGGraph
import VGGSpec
import VGGWeights

extension WeightReason {
  /// The reasons that names and shapes show, the one that explains the most first.
  static func reasons(for names: WeightNames, in graph: ModelGraph) -> [WeightReason] {
    if let ambiguity = names.ambiguity {
      return [
        .twoReadings(
          of: ambiguity.name, quoted(ambiguity.first), quoted(ambiguity.second))
      ]
    }
    let (file, network) = (NetworkOutline(names), NetworkOutline(graph))
    let first = file.others.first ?? file.beside.first
    let isUnread = file.convolutions.isEmpty && file.linears.isEmpty
    guard !isUnread, !file.convolutions.isEmpty || network.convolutions.isEmpty else {
      return [.otherNames(first: first.map(quoted))]
    }
    let ofFeatures = featureReasons(file, network)
    let ofClassifier = classifierReasons(
      file, network, of: graph, fitFeatures: file.channelChain == network.channelChain)
    return ofFeatures + ofClassifier + keptReasons(names, in: graph)
  }

  /// Parts of layers that the file has and the network does not read, although everything that it reads
  /// is there.
  static func doubts(about names: WeightNames, in graph: ModelGraph) -> [WeightReason] {
    let (file, network) = (NetworkOutline(names), NetworkOutline(graph))
    guard file.others.isEmpty, file.channelChain == network.channelChain else { return [] }
    return featureReasons(file, network)
  }

  /// The options that keep the convolutions, if there are any.
  private static func keptReasons(_ names: WeightNames, in graph: ModelGraph) -> [WeightReason] {
    for adaptsInput in [false, true] {
      let plan = StartPlan(
        network: graph.tensorDescriptions, available: names.tensors, dropsHead: true,
        adaptsInput: adaptsInput)
      if plan.isComplete, !plan.kept.isEmpty, !plan.new.isEmpty || plan.adapted != nil {
        return [.keepsFeatures(dropsHead: !plan.new.isEmpty, adaptsInput: adaptsInput)]
      }
    }
    return []
  }

  private static func featureReasons(
    _ file: NetworkOutline, _ network: NetworkOutline
  ) -> [WeightReason] {
    var reasons: [WeightReason] = []
    let (found, needed) = (file.channelChain, network.channelChain)
    if let other = file.others.first,
      file.convolutions != network.convolutions || file.norms != network.norms
    {
      return [.otherNames(first: quoted(other))]
    }
    if found != needed {
      guard file.hasFeatures(of: network), let first = file.convolutions.first,
        let own = network.convolutions.first
      else {
        if let builtIn = BuiltInOutlines.named(byFeaturesOf: file) {
          return [.otherConfiguration(builtIn.name)]
        }
        let place = zip(found, needed).prefix(while: ==).count
        return [
          .otherFeatures(
            at: place + 1, file: found.dropFirst(place).first,
            network: needed.dropFirst(place).first)
        ]
      }
      reasons.append(.inputChannels(file: first.inputChannels, network: own.inputChannels))
    }
    let hasNorms = !file.norms.isEmpty
    if hasNorms == network.norms.isEmpty { reasons.append(.batchNorm(inFile: hasNorms)) }
    let (biases, ownBiases) = (
      file.convolutions.map(\.hasBias), network.convolutions.map(\.hasBias)
    )
    if biases != ownBiases { reasons.append(.biases(inFile: biases.contains(true))) }
    if hasNorms != network.norms.isEmpty, file.places != network.places {
      if reasons.isEmpty, let builtIn = BuiltInOutlines.named(byFeaturesOf: file) {
        return [.otherConfiguration(builtIn.name)]
      }
      reasons.append(.featurePlaces(file: file.places, network: network.places))
    }
    return reasons
  }

  /// - Parameter fitFeatures: Whether the convolutions match the network's, so that the first linear
  ///   layer's inputs depend only on the image size.
  private static func classifierReasons(
    _ file: NetworkOutline, _ network: NetworkOutline, of graph: ModelGraph, fitFeatures: Bool
  ) -> [WeightReason] {
    let (found, needed) = (file.linears, network.linears)
    guard let firstFound = found.first, let firstNeeded = needed.first, let lastFound = found.last,
      let lastNeeded = needed.last
    else {
      guard !needed.isEmpty else { return [] }
      return [file.others.first.map { .otherNames(first: quoted($0)) } ?? .noClassifier]
    }
    var reasons: [WeightReason] = []
    if fitFeatures, firstFound.inputs != firstNeeded.inputs {
      let channels = file.convolutions.last?.outputChannels ?? graph.classifierMap.channels
      reasons.append(
        .inputSize(InputSize(inputs: firstFound.inputs, channels: channels, graph)))
    }
    let hidden = (found.dropLast().map(\.outputs), needed.dropLast().map(\.outputs))
    if hidden.0 != hidden.1 {
      reasons.append(.hiddenLayers(file: hidden.0, network: hidden.1))
    } else if found.map(\.index) != needed.map(\.index) {
      reasons.append(.classifierPlaces(file: found.map(\.index), network: needed.map(\.index)))
    }
    if lastFound.outputs != lastNeeded.outputs {
      reasons.append(.classes(file: lastFound.outputs, network: lastNeeded.outputs))
    }
    return reasons
  }
}

extension NetworkOutline {
  /// Outputs, inputs and kernel of each convolution, regardless of its place.
  fileprivate var channelChain: [[Int]] {
    convolutions.map { [$0.outputChannels, $0.inputChannels] + $0.kernel.list }
  }

  fileprivate var places: [Int] { convolutions.map(\.index) }
}

extension WeightReason.InputSize {
  init(inputs: Int, channels: Int, _ graph: ModelGraph) {
    let (area, remainder) = inputs.quotientAndRemainder(dividingBy: max(channels, 1))
    let root = Int(clamping: Double(area).squareRoot().rounded())
    let isSquare = remainder == 0 && root > 0 && checkedProduct(root, root) == area
    self.init(
      inputs: inputs, channels: channels, side: isSquare ? root : nil,
      images: isSquare && graph.dense == nil
        ? graph.windows.squareInputs(forOutput: PlaneSize(height: root, width: root)) : nil,
      networkMap: graph.classifierMap, networkImage: graph.input, isDense: graph.dense != nil)
  }
}
