import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

extension Explanation {
  /// The section on the receptive field of three dilated convolutions in a row, with the arithmetic; empty
  /// for a network without dilation.
  func dilation(_ named: NamedLayers) -> [TextDocument.Block] {
    guard let dilated = named.firstDilated, let example = DilatedRun(dilated, count: 3) else {
      return []
    }
    return [
      .heading(phrases.lessonTexts.dilationHeading),
      .paragraph(phrases.dilatedKernel(example)), .formulas(example.formulas),
      .paragraph(phrases.dilatedGaps(example)), .paragraph(phrases.lessonTexts.dilationOnMaps),
    ]
  }

  /// The section on the weights that groups save; empty for a network without groups.
  func groups(_ named: NamedLayers) -> [TextDocument.Block] {
    guard let index = named.indices.first(where: { named.layers[$0].isGrouped }),
      let grouped = named.layers[index].kind.convolution, let weights = grouped.weights
    else { return [] }
    var single = grouped
    single.groups = 1
    guard let all = single.weights else { return [] }
    return [
      .heading(phrases.lessonTexts.groupsHeading),
      .paragraph(phrases.groups(of: grouped, named: named.names[index])),
      .formulas([weights, all]), .paragraph(phrases.lessonTexts.groupsMeet),
    ]
  }
}

/// Identical consecutive dilated convolutions of stride 1, along one axis.
package struct DilatedRun: Sendable {
  package let window: WindowAxis
  package let count: Int
  /// The receptive field of one value after the run, from the first value to the last, including gaps.
  package let size: Int
  /// The formulas for the receptive field after each convolution.
  let formulas: [String]

  /// The receptive field of a run without dilation, which is also the number of values that the dilated run uses.
  package var plainSize: Int { count * (window.kernel - 1) + 1 }

  init?(_ dilated: WindowAxis, count: Int) {
    var axis = dilated
    axis.stride = 1
    let window = Window(rows: axis, columns: axis)
    var field = ReceptiveField.pixel
    var formulas: [String] = []
    for _ in 0..<count {
      guard let next = field.after(window) else { return nil }
      formulas += field.sizeFormulas(after: window).map(\.formula)
      field = next
    }
    self.window = axis
    self.count = count
    self.formulas = formulas
    size = field.size.height
  }
}

extension NamedLayers {
  /// The axis along which the first dilated convolution is dilated.
  fileprivate var firstDilated: WindowAxis? {
    for layer in layers where layer.isDilated {
      guard let window = layer.kind.convolution?.window else { continue }
      return window.rows.isDilated ? window.rows : window.columns
    }
    return nil
  }

  /// Whether there are convolutions with dilation.
  var dilates: Bool { layers.contains(where: \.isDilated) }

  /// Whether there are convolutions in groups.
  var hasGroups: Bool { layers.contains(where: \.isGrouped) }

  /// Whether any window's height and width differ.
  var hasRectangles: Bool { layers.contains { $0.kind.window?.isSquare == false } }
}

extension WindowAxis {
  /// Whether there are gaps between the values that a kernel covers.
  fileprivate var isDilated: Bool { dilation > 1 && kernel > 1 }
}

extension Layer {
  fileprivate var isDilated: Bool {
    kind.convolution.map { $0.window.rows.isDilated || $0.window.columns.isDilated } ?? false
  }

  fileprivate var isGrouped: Bool { kind.convolution.map { $0.groups > 1 } ?? false }
}

extension Conv2d {
  /// The weight count, without biases: `128 * (64/4*3*3) = 18,432`.
  fileprivate var weights: String? {
    weightsPerOutput.flatMap { checkedProduct(outputChannels, $0) }.map {
      "\(outputChannels) * \(weightsFormula) = \(VGGDiagnostics.grouped($0))"
    }
  }
}
