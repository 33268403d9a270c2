import VGGGraph

/// A Swift package whose executable classifies an image with the network; paths are relative to its
/// folder.
///
/// The executable and its module have the generated type's name: `NAME WEIGHTS INPUT`.
package func emitPackage(
  _ network: NamedNetwork, _ provenance: Provenance, access: AccessLevel = .public,
  runtime: RuntimeDependency
) -> [EmittedFile] {
  let (graph, name) = (network.graph, network.typeName)
  let command = provenance.command(["--swift"] + access.options + ["--package", name])
  let sources = "Sources/\(name)"
  return [
    EmittedFile(
      path: "Package.swift",
      contents: SwiftRenderer.text(of: manifest(name, provenance, runtime: runtime))),
    EmittedFile(
      path: "README.md", contents: readme(graph, provenance, name: name, regenerate: command)),
    EmittedFile(
      path: ".gitignore",
      contents: "# \(Provenance.mark).\n.build/\n.swiftpm/\n*.safetensors\n"),
    EmittedFile(
      path: "\(sources)/\(name).swift",
      contents: SwiftRenderer.text(
        of: swiftFile([network], provenance, access: access, regenerate: command))),
    EmittedFile(
      path: "\(sources)/main.swift",
      contents: SwiftRenderer.text(of: mainProgram(network, provenance))),
  ]
}
