import VGGGraph

/// Writes the forward pass as a person would: one line per convolution, and an empty line after each
/// block's pool.
struct ForwardPass: IteratorProtocol {
  private var layers: Zip2Sequence<[Layer], [String]>.Iterator
  private var isFinished = false
  /// Statements that have been made but not returned yet.
  private var statements: [SwiftStatement] = []
  private var namer = SwiftNamer()
  /// The input of the next layer.
  private var value: SwiftExpression
  /// A line that is still being written: `value` becomes its name once it ends.
  private var pending: Line?
  /// The tapped layers' names, in the taps' order.
  private let tapNames: [String]
  private let tapped: Set<String>
  /// The values of the taps passed so far, keyed by their layers' names.
  private var taps: [String: SwiftExpression] = [:]

  private struct Line {
    let name: String
    var expression: SwiftExpression
    /// Whether a batch normalisation may still be wrapped around it.
    var isBareConvolution: Bool
    var isActivated = false
  }

  /// Writes the body for the layers of `graph`, whose paper names are `names`, with `argument` as the image; with taps,
  /// it returns the output and the taps.
  init(of graph: ModelGraph, names: [String], argument: String) {
    layers = zip(graph.layers, names).makeIterator()
    tapNames = VGGEmitters.tapNames(graph, names)
    tapped = Set(tapNames)
    value = .identifier(argument)
  }

  mutating func next() -> SwiftStatement? {
    // The last statement may still be removed at the end.
    while statements.count < 2, !isFinished {
      if let (layer, name) = layers.next() {
        add(layer, name)
        if tapped.contains(name) { tap(name) }
      } else {
        finish()
        isFinished = true
      }
    }
    return statements.isEmpty ? nil : statements.removeFirst()
  }

  private mutating func add(_ layer: Layer, _ name: String) {
    switch layer.kind.swift.forwardStep {
    case .call(let result): start(name, result)
    case .convolution(let result):
      start(name, result)
      pending?.isBareConvolution = true
    case .aroundConvolution(let result): wrap(in: name, result)
    case .endOfBlock(let result):
      start(name, result)
      endParagraph()
    case .method(let method, let arguments, let result):
      activate(localName(name, result)) { .call(.member($0, method), arguments) }
    case .comment(let text):
      endLine()
      statements.append(.comment("\(name) \(text)"))
    }
  }

  /// Stores the current value under a separate name, so that it does not become part of a later expression.
  private mutating func tap(_ name: String) {
    endLine()
    taps[name] = value
  }

  /// Begins a line with a call of the layer.
  private mutating func start(_ name: String, _ result: String) {
    endLine()
    pending = Line(
      name: namer.unique(localName(name, result)), expression: .call(name, SwiftArgument(value)),
      isBareConvolution: false)
  }

  private mutating func wrap(in name: String, _ result: String) {
    guard var line = pending, line.isBareConvolution else { return start(name, result) }
    line.expression = .call(name, SwiftArgument(line.expression))
    line.isBareConvolution = false
    pending = line
  }

  private mutating func activate(
    _ result: String, _ activated: (SwiftExpression) -> SwiftExpression
  ) {
    guard var line = pending, !line.isActivated else {
      endLine()
      pending = Line(
        name: namer.unique(result), expression: activated(value),
        isBareConvolution: false, isActivated: true)
      return
    }
    line.expression = activated(line.expression)
    line.isActivated = true
    line.isBareConvolution = false
    pending = line
  }

  private mutating func endLine() {
    guard let line = pending else { return }
    statements.append(.constant(line.name, line.expression))
    value = .identifier(line.name)
    pending = nil
  }

  private mutating func endParagraph() {
    endLine()
    statements.append(.blankLine)
  }

  private mutating func finish() {
    if statements.last == .blankLine, pending == nil { statements.removeLast() }
    let output = pending?.expression ?? value
    guard !tapNames.isEmpty else { return statements.append(.return(output)) }
    let values = tapNames.compactMap { name in taps[name].map { SwiftArgument(name, $0) } }
    statements.append(
      .return(
        .tuple([
          SwiftArgument("output", output),
          SwiftArgument("taps", .call(.identifier("Taps"), values)),
        ])))
  }
}

/// The name of a layer's result: the noun for it, with the layer's number.
///
/// For example: `map1_2` for the map after `conv1_2`, `block1` after `pool1`, `hidden6` after `fc6`.
private func localName(_ layerName: String, _ noun: String) -> String {
  noun + layerName.drop { $0.isLetter }
}
