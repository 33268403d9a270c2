import VGGCompiler

let configuration = CompiledConfiguration(
  yaml: """
    name: tiny
    input: [3, 32, 32]
    features: [8, M, 16, M]
    classifier:
      - linear: {in: 25088, out: 3}
    """,
  fileName: "tiny.yaml")
print(configuration.diagnosticsText(), terminator: "")
