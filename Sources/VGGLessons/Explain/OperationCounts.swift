import VGGGraph

/// The operations of one layer as other tools count them; `nil` where a count does not fit 64 bits.
///
/// The rules are those of the versions that ``OperationCounter`` names, read from their sources and compared with
/// what they print. Most count a layer's MACs, which is where each begins; a kind changes what differs.
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
}
