import VGGCommandLine
import VGGGraph
import VGGWeights

/// Runs backends one after the other, and compares each with the first one that answered.
struct Comparison {
  private(set) var outcomes: [BackendOutcome] = []
  private var reference: [String: [Float]]?
  private let outputLayer: String

  init(_ verification: VerificationCase) {
    outputLayer = verification.outputLayer
  }

  mutating func add<Engine: Backend>(_ backend: Engine, _ verification: VerificationCase) {
    Console.remark(
      Console.language.verificationPhrases.running(Engine.id, verification.graph.name))
    var version: String?
    let result: BackendOutcome.Result
    do {
      let answer = try backend.run(verification)
      version = answer.version
      result = compare(answer)
    } catch let error as BackendUnavailable {
      result = .unavailable(error.fault)
    } catch let error as BackendFailure {
      result = .failed(error.fault)
    } catch let error as WeightError {
      result = .failed(.weights(error))
    } catch {
      result = .failed(.quoted("\(error)"))
    }
    outcomes.append(BackendOutcome(id: Engine.id, version: version, result: result))
  }

  private mutating func compare(_ answer: BackendAnswer) -> BackendOutcome.Result {
    guard let output = answer.values[outputLayer] else {
      return .failed(.noOutput(layer: outputLayer))
    }
    guard let reference, let wanted = reference[outputLayer] else {
      reference = answer.values
      return .reference
    }
    let inner = answer.values.filter { $0.key != outputLayer }
    let layers = inner.reduce(into: [String: Difference]()) { differences, layer in
      guard let wanted = reference[layer.key] else { return }
      differences[layer.key] = Difference(layer.value, from: wanted)
    }
    return .compared(output: Difference(output, from: wanted), layers: layers)
  }

  /// The layers for which some backend besides the reference has values, in the network's order.
  func comparedLayers(of graph: ModelGraph) -> [(name: String, notation: String)] {
    let compared = Set(outcomes.flatMap(\.layers.keys))
    return graph.layers.filter { compared.contains($0.name) }.map { ($0.name, $0.kind.notation) }
  }
}
