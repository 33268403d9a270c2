/// A common tool that counts the operations of a network, in the version whose source was read.
package enum OperationCounter: CaseIterable, Sendable {
  case vggc
  case torchvision
  /// fvcore 0.1.5, the source of timm's GMACs.
  case fvcore
  /// thop 0.1.1.
  case thop
  /// thop 0.0.30.
  case earlyThop
  /// ptflops 0.7.5.
  case ptflops
  /// torchinfo 1.8.0.
  case torchinfo
  case flopCounter
  /// google-research/receptive_field.
  case receptiveField
}
