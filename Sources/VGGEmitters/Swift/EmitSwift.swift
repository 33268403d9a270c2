import VGGDiagnostics
import VGGGraph
import VGGSpec

/// Networks as a Swift source file that needs only `VGGRuntime`: byte-identical for identical
/// input.
///
/// - Parameters:
///   - access: The access level of the types and their members.
///   - regenerate: The command that the header names; `vggc emit` if not given.
package func emitSwift(
  _ networks: [NamedNetwork], _ provenance: Provenance, access: AccessLevel = .public,
  regenerate: String? = nil
) -> String {
  TextSink.text {
    writeSwift(networks, provenance, access: access, regenerate: regenerate, to: $0)
  }
}

/// The same, written layer by layer.
package func writeSwift(
  _ networks: [NamedNetwork], _ provenance: Provenance, access: AccessLevel = .public,
  regenerate: String? = nil, to sink: TextSink
) {
  let regenerate = regenerate ?? provenance.command(["--swift"] + access.options)
  SwiftRenderer.write(
    swiftFile(networks, provenance, access: access, regenerate: regenerate), to: sink)
}

/// The structured file of ``emitSwift(_:_:access:regenerate:)``; `regenerate` is the command that its header names.
func swiftFile(
  _ networks: [NamedNetwork], _ provenance: Provenance, access: AccessLevel, regenerate: String
) -> SwiftFile {
  SwiftFile(
    header: provenance.header(regenerate: regenerate) + networks.map(costs)
      + [
        .paragraph(
          "Layer names such as conv1_1 are those of the VGG paper and its Caffe models, not lowerCamelCase:"
        ),
        .directive("swift-format-ignore-file: AlwaysUseLowerCamelCase"),
      ],
    imports: [.naming(access, "VGGRuntime")],
    declarations: networks.map { networkDeclaration($0, access) })
}

/// A network's size and cost: weight layers, parameters and MACs.
private func costs(of network: NamedNetwork) -> SwiftFile.HeaderPart {
  let (graph, totals) = (network.graph, network.graph.totals)
  return .paragraph(
    """
    \(network.typeName) has \(counted(totals.weightLayers, "weight layer")), \
    \(counted(totals.parameters, "parameter")) and \(counted(totals.macs, "MAC")) (multiply-adds) for one \
    image of \(graph.input).
    """)
}

private func networkDeclaration(
  _ network: NamedNetwork, _ access: AccessLevel
) -> SwiftDeclaration {
  let graph = network.graph
  let names = PaperNames(graph.layers).names
  let layers = AnySequence(
    zip(graph.layers, names).lazy.compactMap { layerDeclaration($0, $1, access: access) })
  let hasTaps = !graph.taps.isEmpty
  let functions =
    [initializer(graph.layers, names, access: access), forwardPass(graph, names, access: access)]
    + (hasTaps ? [tappedForwardPass(graph, names, access: access)] : [])
    + [layersFunction(graph, access: access)]
  let first =
    settingConstants(graph, access) + (hasTaps ? [tapsStructure(graph, names, access: access)] : [])
  let last = layersStructure(network, names, access: access)
  let members = AnySequence([AnySequence(first), layers, AnySequence(functions + [last])].joined())
  return SwiftDeclaration(
    access: access,
    documentation: [
      .paragraph("\(graph.name): images of \(graph.input) to \(graph.output.prose)."),
      .paragraph(
        """
        Shapes are channels, height and width. They are part of the types, so passing a layer the wrong \
        shape does not compile.
        """),
    ],
    kind: .structure(
      SwiftStructure(
        name: network.typeName, conformances: ["LayeredNetwork"], members: members)))
}

private func layerDeclaration(
  _ layer: Layer, _ name: String, access: AccessLevel
) -> SwiftDeclaration? {
  guard let property = layer.kind.swift.property(of: layer) else { return nil }
  let weights = layer.parameters > 0 ? ", `\(layer.name)`" : ""
  let arithmetic = layer.kind.swift.arithmetic(of: layer)
  return SwiftDeclaration(
    access: access,
    documentation: [
      .paragraph("\(layer.kind.notation)\(weights): \(layer.input) to \(layer.output).")
    ]
      + (arithmetic.isEmpty ? [] : [.arithmetic(arithmetic)]),
    kind: .property(name: name, type: property.type))
}

private func initializer(
  _ layers: [Layer], _ names: [String], access: AccessLevel
) -> SwiftDeclaration {
  let example =
    layers.first { $0.parameters > 0 }.map { "\($0.name).weight" } ?? "features.0.weight"
  return SwiftDeclaration(
    access: access,
    documentation: [
      .paragraph("Loads the weights by torchvision's names, such as `\(example)`."),
      .throws("`WeightError` if a tensor is missing or has the wrong shape."),
    ],
    kind: .function(
      SwiftFunction(
        introducer: "init",
        parameters: [
          SwiftParameter(label: "weights", name: "weights", type: SwiftType("some WeightSource"))
        ],
        doesThrow: true,
        body: AnySequence(
          zip(layers, names).lazy.compactMap { layer, name in
            layer.kind.swift.property(of: layer).map { .assignment(name, $0.initializer) }
          }))))
}

private func forwardPass(
  _ graph: ModelGraph, _ names: [String], access: AccessLevel
) -> SwiftDeclaration {
  let body =
    graph.taps.isEmpty
    ? AnySequence { ForwardPass(of: graph, names: names, argument: "image") }
    : AnySequence([
      .return(
        .member(.call("outputs", SwiftArgument("of", .identifier("image"))), "output"))
    ])
  return SwiftDeclaration(
    access: access, documentation: [.paragraph("\(graph.outputMeaning) of one image.")],
    kind: .function(
      SwiftFunction(
        introducer: "func callAsFunction",
        parameters: [
          SwiftParameter(label: nil, name: "image", type: Shape.map(graph.input).swiftType)
        ],
        result: graph.output.swiftType, body: body)))
}

extension Shape {
  /// The runtime's type of this shape: `FeatureMap<64, 224, 224>` or `FeatureVector<4096>`.
  var swiftType: SwiftType {
    switch self {
    case .map(let map): SwiftType("FeatureMap", map.channels, map.height, map.width)
    case .vector(let count): SwiftType("FeatureVector", count)
    }
  }

  /// For example: `1,000 values`.
  var prose: String {
    switch self {
    case .map: "maps of \(self)"
    case .vector(let count): count == 1 ? "1 value" : "\(grouped(count)) values"
    }
  }
}

extension ModelGraph {
  /// The meaning of the network's output, as the beginning of a documentation comment.
  var outputMeaning: String {
    switch (outcome, output) {
    case (.scores, _): "The score (logit) of each class"
    case (.probabilities, _): "The probability of each class"
    case (.features, .map): "The last feature map"
    case (.features, .vector): "The features"
    }
  }
}
