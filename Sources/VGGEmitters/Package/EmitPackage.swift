import VGGGraph

/// A Swift package whose executable classifies an image with the network; paths are relative to its
/// folder.
///
/// The executable and its module are called as the generated type is: `NAME WEIGHTS INPUT`.
package func emitPackage(
  _ graph: ModelGraph, _ provenance: Provenance, runtime: RuntimeDependency
) -> [EmittedFile] {
  let name = SwiftNamer.typeName(graph.name)
  let command = provenance.command("--swift", "--package", name)
  let sources = "Sources/\(name)"
  let labels = graph.labels.map { labels in
    EmittedFile(
      path: "\(sources)/Labels.swift", contents: SwiftRenderer.text(of: labelsFile(labels)))
  }
  return [
    EmittedFile(
      path: "Package.swift", contents: SwiftRenderer.text(of: manifest(name, runtime: runtime))),
    EmittedFile(
      path: "README.md", contents: readme(graph, provenance, name: name, regenerate: command)),
    EmittedFile(path: ".gitignore", contents: ".build/\n.swiftpm/\n*.safetensors\n"),
    EmittedFile(
      path: "\(sources)/\(name).swift",
      contents: SwiftRenderer.text(of: swiftFile(graph, provenance, regenerate: command))),
    EmittedFile(
      path: "\(sources)/main.swift",
      contents: SwiftRenderer.text(of: mainProgram(graph, name: name))),
  ] + (labels.map { [$0] } ?? [])
}
