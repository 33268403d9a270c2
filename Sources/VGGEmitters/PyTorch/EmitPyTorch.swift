import VGGDiagnostics
import VGGGraph

/// Networks as a Python source file that needs only PyTorch: byte-identical for identical input.
///
/// Each becomes a module that is spelled out layer by layer, and whose state dict has torchvision's
/// names.
package func emitPyTorch(_ networks: [NamedNetwork], _ provenance: Provenance) -> String {
  TextSink.text { writePyTorch(networks, provenance, to: $0) }
}

/// The same, written layer by layer.
package func writePyTorch(
  _ networks: [NamedNetwork], _ provenance: Provenance, to sink: TextSink
) {
  let file = pythonFile(networks, provenance, regenerate: provenance.command("--pytorch"))
  PythonRenderer.write(file, to: sink)
}

/// The structured file of ``emitPyTorch(_:_:)``; `regenerate` is the command that its header names.
func pythonFile(
  _ networks: [NamedNetwork], _ provenance: Provenance, regenerate: String
) -> PythonFile {
  let isDense = networks.contains { $0.graph.dense != nil }
  // Only these are called as functions of torch.
  let reshapes =
    isDense
    || networks.contains { network in network.graph.layers.contains { $0.kind.isFlatten } }
  return PythonFile(
    header: provenance.pythonHeader(regenerate: regenerate) + networks.map(\.costs),
    imports: ["from typing import NamedTuple", ""] + (reshapes ? ["import torch"] : [])
      + ["from torch import Tensor, nn"],
    classes: [Preprocessing.pythonClass] + (isDense ? [DenseLinear.torchClass] : [])
      + networks.map(networkClass))
}

extension Provenance {
  /// The header of a generated Python file, with its origin and the command that regenerates it.
  func pythonHeader(regenerate: String) -> [PythonFile.HeaderPart] {
    [
      .paragraph("\(sentence) To change it, edit that file and run"), .command(regenerate),
      .paragraph("SHA-256 of \(source): \(sha256)"),
    ]
  }
}

extension NamedNetwork {
  fileprivate var costs: PythonFile.HeaderPart {
    let totals = graph.totals
    return .paragraph(
      """
      \(typeName) has \(counted(totals.weightLayers, "weight layer")), \
      \(counted(totals.parameters, "parameter")) and \(counted(totals.macs, "MAC")) (multiply-adds) for one \
      image of \(graph.input).
      """)
  }
}

private func networkClass(_ network: NamedNetwork) -> PythonClass {
  let graph = network.graph
  let names = PaperNames(graph.layers).names
  return PythonClass(
    name: network.typeName, base: "nn.Module",
    documentation: [
      "\(graph.name): batches of \(graph.input) images to \(graph.output.prose) each.",
      """
      Comments state each layer's name in the VGG paper and its output shape for one image: channels, height, \
      width.
      """,
    ]
      + (graph.taps.isEmpty
        ? []
        : [
          """
          A call returns the output, and a dictionary of the outputs of the layers \
          \(graph.taps.map(\.name).joined(separator: ", ")).
          """
        ]),
    attributes: settingAttributes(graph),
    methods: [initializer(graph, names), forward(graph)]
      + (weightInitializer(graph.layers).map { [$0] } ?? []))
}

private func initializer(_ graph: ModelGraph, _ names: [String]) -> PythonFunction {
  let layers = graph.layers
  let modules = TorchModules(graph, names)
  var body: [PythonStatement] = [.expression(.call("super().__init__"))]
  for part in parts(of: layers) {
    switch part {
    case .features:
      body.append(sequential("self.features", modules.lazy.filter { $0.layer.position.isFeature }))
    case .avgpool:
      for module in modules where module.layer.position == .avgpool {
        body.append(
          .assignment("self.avgpool", module.constructor, comment: module.comment))
      }
    case .classifier:
      body.append(
        sequential("self.classifier", modules.lazy.filter { $0.layer.position.isClassifier }))
    case .flatten:
      if graph.endsAsTorchvisions { body.append(torchvisionPool) }
    }
  }
  guard weightInitializer(layers) != nil else {
    return PythonFunction(name: "__init__", result: "None", body: body)
  }
  let initialization = PythonStatement.expression(.call("self._initialize_weights"))
  body.append(
    .conditional([PythonBranch(condition: .name("init_weights"), body: [initialization])]))
  return PythonFunction(
    name: "__init__", parameters: ["init_weights: bool = True"], result: "None", body: body)
}

/// torchvision's pooling layer, which lets the module take images of any size.
private var torchvisionPool: PythonStatement {
  let side = PythonExpression.integer(ModelGraph.torchvisionMapSide)
  return .assignment(
    "self.avgpool", .call("nn.AdaptiveAvgPool2d", .tuple([side, side])),
    comment: "torchvision's, for other sizes")
}

/// Each module with its paper name and its output shape.
private func sequential(_ name: String, _ modules: some Sequence<TorchModule>) -> PythonStatement {
  .longCall(
    name, "nn.Sequential",
    AnySequence(modules.lazy.map { PythonArgument($0.constructor, comment: $0.comment) }))
}

private func forward(_ graph: ModelGraph) -> PythonFunction {
  var pass = TorchPass(graph)
  return PythonFunction(
    name: "forward", parameters: ["image: Tensor"],
    result: graph.taps.isEmpty ? "Tensor" : "tuple[Tensor, dict[str, Tensor]]", body: pass.body())
}

extension TorchModule {
  /// For example: `conv1_1: 64x224x224`.
  fileprivate var comment: String { "\(paperName): \(layer.output)" }
}
