import VGGCompute
import VGGGraph

/// A step of a program in words and numbers.
package struct StepDescription: Hashable, Sendable {
  /// torchvision's names of the layers that it computes; empty if it only changes the layout.
  package let layers: [String]
  /// The same in short: `features.0-2`, or `-`.
  package let name: String
  /// The kinds of these layers: `conv2d + relu + max_pool2d`.
  package let operation: String
  /// The algorithm: `winograd-4`, `direct`, `columns`; `nil` if there is only one.
  package let algorithm: String?
  /// Multiply-adds of the layers for the whole batch, in a direct evaluation.
  package let macs: Int
  /// Floating-point operations of the algorithm's products for the whole batch.
  package let productFLOPs: Double

  init(_ step: Step, _ layers: [Layer], batch: Int) {
    let own = layers[step.layers]
    self.layers = own.map(\.name)
    name = shortened(self.layers)
    operation =
      own.isEmpty
      ? "layout"
      : own.filter { Operation($0) != nil }.map(\.kind.name).joined(separator: " + ")
    macs = own.reduce(0) { $0 + $1.macs } * batch
    switch step.call {
    case .convolution(let plan, _):
      algorithm = "\(plan.algorithm)"
      productFLOPs = plan.productFLOPs
    case .linear(_, _, let layout):
      algorithm = layout == .inPlace ? "rows" : layout.rawValue
      productFLOPs = 2 * Double(macs)
    case .toBlocked, .toPlain, .scale, .scaleVector, .map, .elementwise, .slope, .slopeVector,
      .copy, .softmax:
      algorithm = nil
      productFLOPs = 2 * Double(macs)
    }
  }
}

/// The first name and the last one, shortened to its number if both are in the same list of layers.
private func shortened(_ names: [String]) -> String {
  guard let first = names.first, let last = names.last else { return "-" }
  guard first != last else { return first }
  let (parts, lastParts) = (first.split(separator: "."), last.split(separator: "."))
  let isOneList = parts.count == 2 && lastParts.count == 2 && parts[0] == lastParts[0]
  return "\(first)-\(isOneList ? String(lastParts[1]) : last)"
}
