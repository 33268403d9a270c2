/// A tool that people use to count the operations of a network, in the version that was read.
package enum OperationCounter: CaseIterable, Sendable {
  case vggc
  case torchvision
  /// fvcore 0.1.5, which timm's GMACs come from.
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
