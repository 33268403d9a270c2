import Testing
import VGGGraph
import VGGLessons
import VGGSpec
import VGGTestSupport

/// Checks that each formula's left side equals its right side, and that the right side is the
/// graph's value.
@Suite struct FormulaTests {
  @Test(arguments: 0..<60) func everyFormulaOfALayer(_ seed: UInt64) throws {
    for layer in try graph(RandomNetwork(seed: seed).configuration).layers { try expectTrue(layer) }
  }

  @Test(arguments: 0..<20) func everyFormulaOfADenseForm(_ seed: UInt64) throws {
    for layer in try graph(RandomNetwork(seed: seed, of: .dense).configuration).layers {
      try expectTrue(layer)
    }
  }

  @Test(arguments: ["A-LRN", "C", "E", "vgg13_bn"]) func everyFormulaOfABuiltIn(_ name: String)
    throws
  {
    for layer in try builtIn(name).layers { try expectTrue(layer) }
  }

  private func expectTrue(_ layer: Layer) throws {
    if let formula = layer.parameterFormula {
      #expect(try value(of: formula) == layer.parameters)
    } else {
      #expect(layer.parameters == 0)
    }
    if let formula = layer.macFormula {
      #expect(try value(of: formula) == layer.macs)
    } else {
      #expect(layer.macs == 0)
    }
    guard layer.kind.window != nil, case .map(let map) = layer.output else { return }
    let sizes = try layer.sizeFormulas.map(value)
    #expect(sizes == [map.height, map.width] || sizes == [map.height] && map.height == map.width)
  }

  @Test func everyWindowsFormulaComesToItsOutputSize() throws {
    for size in 1...12 {
      for (kernel, dilation) in (1...4).flatMap({ kernel in (1...3).map { (kernel, $0) } }) {
        for stride in 1...4 {
          for (padding, ceil) in [(0, false), (0, true), (kernel / 2, false), (kernel / 2, true)] {
            let window = WindowAxis(
              kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceil: ceil)
            guard let output = window.outputSize(size) else { continue }
            #expect(try value(of: #require(window.formula(size))) == output)
          }
        }
      }
    }
  }

  @Test func ceilModeLeavesOutALastWindowPastTheInput() throws {
    let window = WindowAxis(kernel: 1, stride: 2, padding: 0, ceil: true)
    let formula = try #require(window.formula(8))
    #expect(formula == "ceil((8 + 2*0 - 1)/2) + 1 - 1 = 4")
    #expect(try value(of: formula) == 4)
  }

  @Test func aWindowThatDoesNotFitHasNoFormula() {
    #expect(WindowAxis(kernel: 3, stride: 1, padding: 0).formula(2) == nil)
  }

  /// The receptive field's formulas equal the numbers that the checker tracks.
  @Test(arguments: 0..<60) func everyFormulaOfAView(_ seed: UInt64) throws {
    var field: ReceptiveField? = .pixel
    for layer in try graph(RandomNetwork(seed: seed).configuration).layers {
      guard let window = layer.kind.window, let before = field, let after = layer.receptiveField
      else {
        field = layer.receptiveField
        continue
      }
      for (quantity, formula) in before.sizeFormulas(after: window) {
        let axis = quantity == .columns ? after.columns : after.rows
        #expect(try value(of: formula) == axis.size)
      }
      field = after
    }
  }

  /// The receptive field of three dilated 3x3 kernels: 6 * dilation + 1.
  @Test(arguments: [(1, 7), (2, 13), (3, 19)])
  func threeDilatedKernelsSee(dilation: Int, size: Int) throws {
    let text = "{conv: 2, dilation: \(dilation)}"
    let graph = try graph(
      "input: [1, 40, 40]\nfeatures: [\(text), \(text), \(text)]\nclassifier: {classes: 2}\n")
    #expect(graph.layers.last { $0.kind.convolution != nil }?.receptiveField?.size == Sides(size))
    let explanation = Explanation(.graph(graph), in: .english).text(width: 80)
    #expect(explanation.contains("What dilation does") == (dilation > 1))
    if dilation > 1 { #expect(explanation.contains("*\(dilation)*1 = \(size)")) }
  }

  /// Evaluates the left side, requires that it equals the right side, and returns it.
  private func value(of formula: String) throws -> Int {
    let sides = formula.split(separator: "=").map(String.init)
    try #require(sides.count == 2, "\(formula)")
    var left = FormulaEvaluator(sides[0])
    let result = try left.evaluate()
    #expect(String(result) == sides[1].filter { $0.isNumber }, "\(formula)")
    return result
  }
}
