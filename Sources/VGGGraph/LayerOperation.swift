/// The properties that follow only from a layer's kind and its numbers, independent of its network.
///
/// One struct conforms for each case of ``LayerKind``, in a file of that name under `Layers`. Passes use these
/// properties instead of matching kinds.
package protocol LayerOperation: Hashable, Sendable {
  /// The kind's name in JSON: `conv2d`.
  static var name: String { get }
  /// The family that the kind belongs to.
  static var group: LayerGroup { get }
  /// The name of such a layer in the paper and its Caffe models: `conv1_1`, `pool1`, `fc6`.
  static var paperName: PaperNameRule { get }
  /// Whether the result can take the place of the input in memory.
  static var worksInPlace: Bool { get }

  /// The layer as a case of the closed set of kinds.
  var kind: LayerKind { get }
  /// The layer as the paper's Table 1 writes it: `conv3-64`, `maxpool`, `FC-4096`, `soft-max`; windows that are not in
  /// the paper show their numbers, as in `maxpool3 /2`.
  var notation: String { get }
  /// The sliding window; `nil` for kinds without one.
  var slidingWindow: Window? { get }
  /// The tensors that the layer reads, under their names within the layer (`weight`, `bias`), in the order of
  /// PyTorch's state dict; `num_batches_tracked` is left out.
  var tensors: [StateTensor] { get }
  /// The number of learned parameters; `nil` if it does not fit 64 bits.
  var parameterCount: Int? { get }
  /// The number of values that are stored with the parameters but not learned.
  var statisticCount: Int { get }
  /// The number of learned values as a formula with its numbers, without the result: `64 * (3*3*3) + 64`; `nil`
  /// for a kind without learned values.
  var parameterTerms: String? { get }

  /// The shape after the layer; `nil` if the layer cannot take `input`, or a number does not fit 64 bits.
  func output(for input: Shape) -> Shape?
  /// The multiply-adds for one image; `nil` if the number does not fit 64 bits.
  func macs(for output: Shape) -> Int?
  /// The number of multiply-adds as a formula with its numbers, without the result:
  /// `64 * 224 * 224 * (3*3*3)`; `nil` for a kind of which none are counted.
  func macTerms(for output: Shape) -> String?
  /// The formulas from the input's height and width to the output's: one formula for a square map, otherwise one for
  /// the rows and one for the columns; empty if the size is unchanged.
  func sizeFormulas(for input: Shape) -> [String]
  /// The layer's effect on the part of the image that one value sees.
  func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect
  /// Whether the output's height and width are the same for every input.
  var fixesSize: Bool { get }
  /// The same layer for a different number of input channels, or of input values after flattening.
  func taking(inputs count: Int) -> Self
}

/// A kind without a window, weights or costs, whose output has its input's shape.
extension LayerOperation {
  package static var worksInPlace: Bool { false }

  package var slidingWindow: Window? { nil }
  package var tensors: [StateTensor] { [] }
  package var parameterCount: Int? { 0 }
  package var statisticCount: Int { 0 }
  package var parameterTerms: String? { nil }

  package func output(for input: Shape) -> Shape? { input }
  package func macs(for output: Shape) -> Int? { 0 }
  package func macTerms(for output: Shape) -> String? { nil }
  package func sizeFormulas(for input: Shape) -> [String] { [] }
  package func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect { .keeps }
  package var fixesSize: Bool { false }
  package func taking(inputs count: Int) -> Self { self }
}
