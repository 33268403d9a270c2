import Foundation
import VGGCompiler

let configuration = CompiledConfiguration(
  yaml: """
    name: tiny
    input: [3, 32, 32]
    features: [8, M, 16, M]
    classifier:
      - linear: {in: 1024, out: 3}
    """,
  fileName: "tiny.yaml")
print(configuration.diagnosticsText(), terminator: "")
guard configuration.isSound else { exit(1) }
