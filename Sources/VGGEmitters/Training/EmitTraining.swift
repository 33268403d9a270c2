import VGGDiagnostics
import VGGGraph

/// The reason why a network cannot be trained on pictures, in words that complete "cannot train NAME: …".
package enum UntrainableNetwork: Error, Hashable {
  case noWeights
  /// A network that ends in features, of this shape.
  case noClasses(output: String)
  /// An output that is not a vector of at least two scores.
  case fewClasses(output: String)
  /// A number of input channels that no image has.
  case channels(Int)

  /// The reason in English.
  package var reason: String {
    switch self {
    case .noWeights: "it has no weights"
    case .noClasses(let output): "it has no classes: its output is features, \(output)"
    case .fewClasses(let output):
      "its output is \(output), but a classifier needs at least two classes"
    case .channels(let channels):
      "it takes \(channels) channels, but images have 1 (grey) or 3 (colour)"
    }
  }
}

/// A project that trains the network on class folders with `torch.distributed`; paths are relative
/// to its folder.
///
/// - Throws: ``UntrainableNetwork`` if there are no weights to train, no classes to distinguish,
///   or if no picture has as many channels as the network takes.
package func emitTraining(
  _ network: NamedNetwork, _ provenance: Provenance
) throws(UntrainableNetwork) -> [EmittedFile] {
  let classes = try trainableClasses(network.graph)
  // The loss uses only the last output.
  let network = NamedNetwork(network.graph.withoutTaps, typeName: network.typeName)
  let command = provenance.command("--pytorch", "--train", network.typeName)
  let mark = "# \(printable(provenance.sentence))\n\n"
  return [
    EmittedFile(
      path: "README.md", contents: trainingReadme(network, provenance, regenerate: command)),
    EmittedFile(
      path: "model.py",
      contents: PythonRenderer.text(of: pythonFile([network], provenance, regenerate: command))),
    EmittedFile(
      path: "settings.py",
      contents: PythonRenderer.text(
        of: settingsFile(network, classes: classes, provenance, regenerate: command))),
  ]
    + TrainingFiles.all.map { EmittedFile(path: $0.name, contents: mark + $0.text) } + [
      EmittedFile(path: "requirements.txt", contents: mark + requirements),
      EmittedFile(
        path: ".gitignore", contents: mark + "__pycache__/\n.venv/\nrun/\n*.safetensors\n"),
    ]
}

/// The versions that the project is tested with. From version 13 on, Pillow resizes in a different
/// order, which may change a sample by one from the result of `vgg`.
private let requirements = """
  torch>=2.13,<3
  safetensors>=0.8,<1
  numpy>=2,<3
  pillow>=12,<13

  """

private func trainableClasses(_ graph: ModelGraph) throws(UntrainableNetwork) -> Int {
  guard graph.totals.parameters > 0 else { throw .noWeights }
  guard graph.outcome != .features else {
    throw .noClasses(output: "\(graph.output)")
  }
  guard case .vector(let classes) = graph.output, classes > 1 else {
    throw .fewClasses(output: "\(graph.output)")
  }
  let channels = graph.input.channels
  guard [1, 3].contains(channels) else { throw .channels(channels) }
  return classes
}
