import VGGGraph

/// The operations of one layer as other tools count them; `nil` if a count does not fit in 64 bits.
///
/// The rules are those of the versions that ``OperationCounter`` names, read from their sources and compared with
/// their output. Most count a layer's MACs, the default for every tool; a layer kind overrides the counts that differ.
struct OperationCounts: Hashable, Sendable {
  var fvcore: Int?
  var thop: Int?
  var earlyThop: Int?
  var ptflops: Int?
  var torchinfo: Int?
  var receptiveField: Int?

  init(of layer: Layer) {
    fvcore = layer.macs
    thop = layer.macs
    earlyThop = layer.macs
    ptflops = 0
    torchinfo = layer.parameters
    receptiveField = 0
  }
  /// The counts for PyTorch's `AdaptiveAvgPool2d`, whatever the size of its output.
  init(ofAdaptivePool layer: Layer) {
    self.init(of: layer)
    let both = checkedSum(layer.input.elementCount, layer.output.elementCount)
    fvcore = layer.input.elementCount
    thop = both
    earlyThop = both
    ptflops = checkedProduct(2, layer.input.elementCount)
  }
}
