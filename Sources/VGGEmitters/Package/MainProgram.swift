import VGGGraph

/// `main.swift` of a generated package: hands the network to the runtime's `ClassifierProgram`.
func mainProgram(_ graph: ModelGraph, name: String) -> SwiftFile {
  SwiftFile(imports: ["VGGRuntime"], statements: [])
}
