import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGGraph
import VGGONNX
import VGGWeights

extension Emit {
  /// Writes ONNX models: one to a file or to standard output, or each to a separate file in a
  /// folder.
  func writeONNX(of compilation: Compilation) throws {
    if let outputFolder {
      return try Output.writeTogether { group in
        try group.add(folder: outputFolder)
        for network in compilation.networks {
          let path = "\(outputFolder)\(network.typeName).onnx"
          group.include(path)
          if onnx.externalData { group.include(path + ".data") }
          try write(network, of: compilation, to: path)
        }
      }
    }
    guard compilation.networks.count == 1, let network = compilation.networks.first else {
      let names = compilation.modelNames.joined(separator: ", ")
      Console.reportError(
        language.language.emitPhrases.takesOneModel(.onnx, names: names), in: language.language)
      throw ExitCode.usage
    }
    try write(network, of: compilation, to: output?.path)
  }

  /// - Parameter path: The file to write; `nil` for standard output.
  private func write(
    _ network: NamedNetwork, of compilation: Compilation, to path: String?
  ) throws {
    if onnx.softmax, network.graph.outcome == .features {
      Console.reportError(
        language.language.emitPhrases.softmaxNeedsScores(
          network.graph.name, output: "\(network.graph.output)"),
        in: language.language)
      throw ExitCode.usage
    }
    let model = emitONNX(
      network.graph, compilation.provenance(of: network.graph), weights: weightsOrigin,
      softmax: onnx.softmax, explanation: try explanation(of: network.graph))
    guard let path else {
      return try reportingErrors(writing: nil) {
        try model.write(
          to: FileDescriptorWriter(descriptor: Console.Stream.output.rawValue),
          weights: try weightSource(for: network.graph))
      }
    }
    if onnx.externalData { try Output.refuseToReplaceData(of: path) }
    let progress = ByteProgress(.writing(path))
    defer { progress.clear() }
    try reportingErrors(writing: path) {
      try model.write(
        to: path, weights: try weightSource(for: network.graph), hasDataFile: onnx.externalData,
        progress: progress.show)
    }
  }

  /// The model's second output if it is wanted.
  ///
  /// - Throws: The exit status, after saying why the network's answers cannot be explained.
  private func explanation(of graph: ModelGraph) throws -> ONNXExplanation? {
    guard onnx.explain else { return nil }
    let name = printable(graph.name)
    do throws(ONNXExplanation.Refusal) {
      return try ONNXExplanation(graph)
    } catch {
      Console.reportError(
        language.language.emitPhrases.cannotExplain(name, output: "\(graph.output)", error),
        in: language.language)
      throw ExitCode.usage
    }
  }

  private var weightsOrigin: ONNXWeights {
    if let weights = weights?.path {
      return .file(weights.split(separator: "/").last.map(String.init) ?? weights)
    }
    return seed.map(ONNXWeights.seed) ?? .absent
  }

  /// Without `--weights` and `--init`, no weights are read from it.
  private func weightSource(for graph: ModelGraph) throws -> any WeightSource {
    if let weights {
      return FiniteWeights(
        RenamedWeights(try WeightFile(verifiedAt: weights.path), for: graph.tensorDescriptions))
    }
    return SeededInitializer(seed: seed ?? 0, slopes: graph.slopeNames)
  }

  /// - Parameter path: The file that is written; `nil` for standard output.
  /// - Throws: The exit status, after saying why it cannot be written.
  private func reportingErrors(writing path: String?, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as UnwritableModel {
      let refusal = WritingRefusal(error)
      throw path.map { Output.reportUnwritable($0, refusal) } ?? Console.reportUnwritable(refusal)
    } catch let error as WeightError {
      throw Inputs.report(error)
    }
  }
}
