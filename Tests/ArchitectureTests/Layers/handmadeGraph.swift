import VGGSpec
import VGGTestSupport

@testable import VGGGraph

/// A network with one layer of each kind, including `kind`, whose shapes and counts follow from the layers.
func handmadeGraph(around kind: LayerKind) throws -> ModelGraph {
  let kinds: [LayerKind] = LayerKind.samples.map { $0.sampleIndex == kind.sampleIndex ? kind : $0 }
  return try handmadeGraph(of: kinds)
}

/// The chain of `kinds` on an image of 3 x 13 x 11: features up to the layer that flattens, the classifier after it.
func handmadeGraph(of kinds: [LayerKind]) throws -> ModelGraph {
  let frame = try graph("input: [3, 13, 17]\nfeatures: [4]\nclassifier: {hidden: [], classes: 3}")
  var shape = Shape.map(frame.input)
  var layers: [Layer] = []
  var field: ReceptiveField? = .pixel
  var index = 0
  for kind in kinds {
    let operation = kind.taking(inputs: shape.inputs).operation
    guard let output = operation.output(for: shape), let parameters = operation.parameterCount,
      let macs = operation.macs(for: output)
    else { throw UnsoundChain(kind: kind, input: shape) }
    switch operation.receptiveFieldEffect(on: shape) {
    case .keeps: break
    case .slides(let window): field = field?.after(window)
    case .endsIt: field = nil
    }
    layers.append(
      Layer(
        kind: operation.kind, position: position(of: kind, after: layers, index), input: shape,
        output: output, parameters: parameters, macs: macs, receptiveField: field,
        range: frame.layers[0].range))
    index = kind.isFlatten ? 0 : index + 1
    shape = output
  }
  return frame.replacing(layers)
}

private func position(of kind: LayerKind, after layers: [Layer], _ index: Int) -> LayerPosition {
  if kind.isFlatten { return .flatten }
  if kind.adaptivePool != nil { return .avgpool }
  return layers.contains(where: \.kind.isFlatten) ? .classifier(index) : .features(index)
}

/// A layer that does not accept the output of the layer before it.
struct UnsoundChain: Error {
  let kind: LayerKind
  let input: Shape
}

extension ModelGraph {
  /// The network with other layers, and everything else as it is.
  func replacing(_ layers: [Layer]) -> ModelGraph {
    ModelGraph(
      name: name, input: input, layers: layers, totals: totals, preprocessing: preprocessing,
      augmentation: augmentation, training: training, labels: labels, labelsRange: labelsRange)
  }

  /// The network with one layer's kind changed and nothing else: shapes and counts are still those of the original
  /// layer.
  func replacing(kindOfLayer index: Int, with kind: LayerKind) -> ModelGraph {
    var layers = layers
    let old = layers[index]
    layers[index] = Layer(
      kind: kind, position: old.position, input: old.input, output: old.output,
      parameters: old.parameters, macs: old.macs, receptiveField: old.receptiveField,
      range: old.range)
    return replacing(layers)
  }
}
