/// A text of another tool, or of a program, in place of a configuration.
package enum TextKind: String, CaseIterable, Sendable {
  /// One list of layers in Python's notation: `[64, 'M']`, `cfg = [64, 'M']`.
  case layerList
  /// Several of them by name: `cfgs = {"A": [64, "M"], …}`.
  case layerLists
  /// Pairs of a number of convolutions and their channels: `((1, 64), (2, 128))`.
  case blockPairs
  case torchSource
  case torchPrintout
  case kerasSource
  case kerasJSON
  case kerasSummary
  case darknet
  case caffe
  case ultralytics
  case mmpretrain
  case ludwig
  case nntrainer
  /// A program without any of the above.
  case python
  /// JSON of no known tool.
  case json
  /// The output of `vggc emit --json`.
  case graphJSON
}
