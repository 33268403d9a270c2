import VGGDiagnostics
import VGGGraph
import VGGMarkup
import VGGSpec

/// The output of `vggc explain` for a network: the derivation of every number.
///
/// All numbers are computed from the graph. A model that failed its checks is explained up to the
/// layer at which it stopped.
package struct Explanation: Sendable {
  let model: CheckedModel
  let phrases: any LessonPhrasebook

  package init(_ model: CheckedModel, in language: Language = .english) {
    self.model = model
    self.phrases = language.lessonPhrases
  }

  /// The lesson as text for a terminal of `width` columns.
  package func text(width: Int, style: TerminalStyle = .plain) -> String {
    TextDocument(blocks: blocks).text(width: width, style: style)
  }

  package var blocks: [TextDocument.Block] {
    let layers = NamedLayers(model.layers)
    switch model {
    case .graph(let graph):
      return overview(of: graph) + formulas(for: layers, imageChannels: graph.input.channels)
        + everyLayer(layers) + receptiveFields(layers) + dilation(layers)
        + convolutionStacks(layers) + groups(layers)
        + classifierInput(of: graph, layers) + otherSizes(of: graph, layers)
        + normalization(layers) + otherTools(on: graph)
    case .stopped(let trace):
      return overview(of: trace)
        + (layers.isEmpty
          ? [] : formulas(for: layers, imageChannels: trace.input?.channels ?? 3))
        + everyLayer(layers) + receptiveFields(layers) + dilation(layers)
        + convolutionStacks(layers) + groups(layers)
        + normalization(layers) + stop(of: trace)
    }
  }
}

/// Layers with the paper's names for them.
package struct NamedLayers: Sendable {
  package let layers: [Layer]
  package let names: [String]

  package init(_ layers: [Layer]) {
    self.layers = layers
    self.names = PaperNames(layers).names
  }

  var isEmpty: Bool { layers.isEmpty }
  var indices: Range<Int> { layers.indices }
}
