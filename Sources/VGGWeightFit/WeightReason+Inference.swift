import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGGraph
import VGGSpec
import VGGWeights

extension WeightReason {
  /// The reasons that names and shapes show, the one that explains most first.
  static func reasons(for tensors: [TensorDescription], in graph: ModelGraph) -> [WeightReason] {
    let (file, network) = (NetworkOutline(tensors), NetworkOutline(graph))
    guard !file.convolutions.isEmpty || !file.linears.isEmpty else {
      return [.otherNames(first: tensors.first.map { quoted($0.name) })]
    }
    let ofFeatures = featureReasons(file, network)
    return ofFeatures + classifierReasons(file, network, of: graph, fitFeatures: ofFeatures.isEmpty)
  }

  private static func featureReasons(
    _ file: NetworkOutline, _ network: NetworkOutline
  ) -> [WeightReason] {
    if file.convolutions == network.convolutions, file.norms == network.norms { return [] }
    if file.hasFeatures(of: network), let first = file.convolutions.first,
      let own = network.convolutions.first
    {
      return [.inputChannels(file: first.inputChannels, network: own.inputChannels)]
    }
    let hasNorms = !file.norms.isEmpty
    if hasNorms == network.norms.isEmpty, file.channelChain == network.channelChain {
      return [.batchNorm(inFile: hasNorms)]
    }
    return [
      BuiltInOutlines.named(byFeaturesOf: file).map { .otherConfiguration($0.name) }
        ?? .otherFeatures
    ]
  }

  /// - Parameter fitFeatures: Whether the features are the network's, so that the first linear
  ///   layer's inputs speak of the images alone.
  private static func classifierReasons(
    _ file: NetworkOutline, _ network: NetworkOutline, of graph: ModelGraph, fitFeatures: Bool
  ) -> [WeightReason] {
    let (found, needed) = (file.linears, network.linears)
    guard let firstFound = found.first, let firstNeeded = needed.first, let lastFound = found.last,
      let lastNeeded = needed.last
    else { return needed.isEmpty ? [] : [.noClassifier] }
    var reasons: [WeightReason] = []
    if fitFeatures, firstFound.inputs != firstNeeded.inputs {
      let channels = file.convolutions.last?.outputChannels ?? graph.finalMap.channels
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
  /// What the convolutions are, wherever they stand.
  fileprivate var channelChain: [[Int]] {
    convolutions.map { [$0.inputChannels, $0.outputChannels, $0.kernel] }
  }
}

extension WeightReason.InputSize {
  init(inputs: Int, channels: Int, _ graph: ModelGraph) {
    let (area, remainder) = inputs.quotientAndRemainder(dividingBy: max(channels, 1))
    let root = Int(clamping: Double(area).squareRoot().rounded())
    let isSquare = remainder == 0 && root > 0 && checkedProduct(root, root) == area
    self.init(
      inputs: inputs, channels: channels, side: isSquare ? root : nil,
      images: isSquare ? graph.windows.inputs(forOutput: root) : nil,
      networkMap: graph.finalMap, networkImage: graph.input)
  }
}
