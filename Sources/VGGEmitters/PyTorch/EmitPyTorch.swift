import VGGDiagnostics
import VGGGraph

/// Networks as a Python source file that needs only PyTorch: byte-identical for identical input.
///
/// Each becomes a module whose state dict has torchvision's names, and is spelled out layer by
/// layer.
package func emitPyTorch(_ networks: [NamedNetwork], _ provenance: Provenance) -> String {
  PythonRenderer.text(
    of: pythonFile(networks, provenance, regenerate: provenance.command("--pytorch")))
}

/// The structured file of ``emitPyTorch(_:_:)``; `regenerate` is the command that its header names.
func pythonFile(
  _ networks: [NamedNetwork], _ provenance: Provenance, regenerate: String
) -> PythonFile {
  // Only flattening is called as a function of torch.
  let flattens = networks.contains { network in
    network.graph.layers.contains { $0.kind.isFlatten }
  }
  return PythonFile(
    header: provenance.pythonHeader(regenerate: regenerate) + networks.map(\.costs),
    imports: (flattens ? ["import torch"] : []) + ["from torch import Tensor, nn"],
    classes: networks.map(networkClass))
}

extension Provenance {
  /// Where a generated Python file comes from, and how it is made again.
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
  let modules = TorchModule.modules(of: graph)
  return PythonClass(
    name: network.typeName, base: "nn.Module",
    documentation: [
      "\(graph.name): batches of \(graph.input) images to \(graph.output.prose) each.",
      """
      Beside each layer stand its name in the VGG paper and the shape that it gives for one image: channels, \
      height, width.
      """,
    ],
    methods: [initializer(modules), forward(graph, modules)]
      + (weightInitializer(modules).map { [$0] } ?? []))
}

private func initializer(_ modules: [TorchModule]) -> PythonFunction {
  var body: [PythonStatement] = [.expression(.call("super().__init__"))]
  body.append(.assignment("self.features", sequential(modules.in(.features))))
  for module in modules where module.layer.position == .avgpool {
    body.append(
      .assignment("self.avgpool", module.constructor, comment: module.comment))
  }
  if !modules.in(.classifier).isEmpty {
    body.append(.assignment("self.classifier", sequential(modules.in(.classifier))))
  }
  guard weightInitializer(modules) != nil else {
    return PythonFunction(name: "__init__", result: "None", body: body)
  }
  let initialization = PythonStatement.expression(.call("self._initialize_weights"))
  body.append(
    .conditional([PythonBranch(condition: .name("init_weights"), body: [initialization])]))
  return PythonFunction(
    name: "__init__", parameters: ["init_weights: bool = True"], result: "None", body: body)
}

/// Each module with its paper name and the shape that it gives.
private func sequential(_ modules: [TorchModule]) -> PythonExpression {
  .call(
    "nn.Sequential",
    modules.map { PythonArgument($0.constructor, comment: $0.comment) })
}

private func forward(_ graph: ModelGraph, _ modules: [TorchModule]) -> PythonFunction {
  var calls = ["self.features"]
  if modules.contains(where: { $0.layer.position == .avgpool }) { calls.append("self.avgpool") }
  if graph.layers.contains(where: \.kind.isFlatten) { calls.append("torch.flatten") }
  if !modules.in(.classifier).isEmpty { calls.append("self.classifier") }
  let body = calls.enumerated().map { index, call -> PythonStatement in
    // All dimensions but the batch's become one.
    let dimension = call == "torch.flatten" ? [PythonArgument(.integer(1))] : []
    let value = PythonExpression.call(
      call, [PythonArgument(.name(index == 0 ? "image" : "x"))] + dimension)
    return index == calls.count - 1 ? .return(value) : .assignment("x", value)
  }
  return PythonFunction(
    name: "forward", parameters: ["image: Tensor"], result: "Tensor", body: body)
}

extension TorchModule {
  /// For example: `conv1_1: 64x224x224`.
  fileprivate var comment: String { "\(paperName): \(layer.output)" }
}

extension [TorchModule] {
  enum Part {
    case features
    case classifier
  }

  func `in`(_ part: Part) -> [TorchModule] {
    filter { module in
      switch module.layer.position {
      case .features: part == .features
      case .classifier: part == .classifier
      case .avgpool, .flatten: false
      }
    }
  }
}
