import VGGGraph

/// `struct Layers`, with a typed property for the values after each layer, computed from those after the layer before.
///
/// - Parameter names: The paper's names of all layers.
func layersStructure(
  _ network: NamedNetwork, _ names: [String], access: AccessLevel
) -> SwiftDeclaration {
  let graph = network.graph
  let stored = [
    SwiftDeclaration(
      access: access, documentation: [.paragraph("The network that computes the values.")],
      kind: .property(name: "network", type: SwiftType(network.typeName))),
    SwiftDeclaration(
      access: access, documentation: [.paragraph("The network's input.")],
      kind: .property(name: "image", type: Shape.map(graph.input).swiftType)),
  ]
  let computed = AnySequence { ComputedLayers(graph.layers, names, access: access) }
  return SwiftDeclaration(
    access: access,
    documentation: [
      .paragraph(
        """
        The values after each layer for one image. Reading a property runs the network up to this \
        layer.
        """)
    ],
    kind: .structure(
      SwiftStructure(
        name: "Layers", conformances: ["Sendable"],
        members: AnySequence([AnySequence(stored), computed].joined()))))
}

/// `layers(of:)`, which returns the values after each layer.
func layersFunction(_ graph: ModelGraph, access: AccessLevel) -> SwiftDeclaration {
  SwiftDeclaration(
    access: access,
    documentation: [.paragraph("The values after each layer for one image, computed when read.")],
    kind: .function(
      SwiftFunction(
        introducer: "func layers",
        parameters: [
          SwiftParameter(label: "of", name: "image", type: Shape.map(graph.input).swiftType)
        ],
        result: SwiftType("Layers"),
        body: AnySequence([
          .return(
            .call(
              "Layers", SwiftArgument("network", .identifier("self")),
              SwiftArgument("image", .identifier("image"))))
        ]))))
}

/// A computed property for each layer that changes its input.
private struct ComputedLayers: IteratorProtocol {
  private var layers: Zip2Sequence<[Layer], [String]>.Iterator
  /// The property with the input of the next layer.
  private var input: SwiftExpression = .identifier("image")

  private let access: AccessLevel

  init(_ layers: [Layer], _ names: [String], access: AccessLevel) {
    self.access = access
    self.layers = zip(layers, names).makeIterator()
  }

  mutating func next() -> SwiftDeclaration? {
    while let (layer, name) = layers.next() {
      guard let value = value(of: layer, name) else { continue }
      input = .identifier(name)
      return SwiftDeclaration(
        access: access,
        documentation: [.paragraph("The values after `\(layer.name)`: \(layer.output).")],
        kind: .computed(name: name, type: layer.output.swiftType, value))
    }
    return nil
  }

  /// The layer applied to its input; `nil` if it does nothing at inference.
  private func value(of layer: Layer, _ name: String) -> SwiftExpression? {
    switch layer.kind.swift.forwardStep {
    case .call, .convolution, .aroundConvolution, .endOfBlock:
      .call(.member(.identifier("network"), name), [SwiftArgument(input)])
    case .method(let method, let arguments, _): .call(.member(input, method), arguments)
    case .comment: nil
    }
  }
}
