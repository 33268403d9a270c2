import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGSpec

/// A network that is planned, run and trained in a moment.
enum SmallNetwork {
  static let graph: ModelGraph = {
    let text = """
      input: [1, 6, 6]
      features: [4, M]
      classifier: {hidden: [8], classes: 2}
      preprocess: {resize: 6}
      training: {rate: 0.05, batch: 2, epochs: 3, schedule: constant}
      """
    let reader = SourceReader { _ throws(UnreadableFile) in throw UnreadableFile(reason: "none") }
    let compilation = CompilerPipeline(reader: reader)
      .compileAll(SourceFile(name: "small.yaml", text: text))
    guard case .graph(let graph) = compilation.models.first else { fatalError("no network") }
    return graph
  }()
}
