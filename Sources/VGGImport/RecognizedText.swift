import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// A text of another tool, and the configuration that it describes.
package struct RecognizedText: Sendable {
  package enum Content: Sendable {
    /// The models of a text that was read completely.
    case models([ImportedModel])
    case obstructed([Spanned<ForeignObstacle>])
    case named
  }

  package let kind: TextKind
  /// The position of the part that identifies the text.
  package let place: SourceRange
  package let content: Content
  /// The value of `features` that a list would replace, if the rest of the text is a configuration.
  package let value: SourceRange?
}

/// The largest text that is recognised; texts of networks are about a hundredth of that.
private let largestText = 1 << 20

/// Recognises a text in UTF-8 that is not a configuration but a text of another tool.
///
/// - Parameter root: The text's tree, if it is YAML.
package func recognizeText(
  _ source: SourceID, in sources: SourceMap, root: SyntaxNode?
) -> RecognizedText? {
  let file = sources[source]
  // In other encodings, the lengths of the readers' texts would not match their positions.
  guard file.bytes.count <= largestText, String(validating: file.bytes, as: UTF8.self) != nil else {
    return nil
  }
  if let entry = root?.ownEntry {
    return BlockPairs.read(under: entry, of: file).map { RecognizedText($0, in: source) }
  }
  guard !file.hasOwnLine else { return nil }
  let text = CandidateText(file: file, root: root)
  for reader in readers {
    if let reading = reader.read(text) { return RecognizedText(reading, in: source) }
  }
  return nil
}

/// The readers, in the order in which they are tried: the first one that recognises a text reads it.
private let readers: [any TextReader.Type] = [
  Darknet.self, NNTrainer.self, Caffe.self, TorchPrintout.self, KerasSummary.self,
  Ultralytics.self, Ludwig.self, KerasJSON.self, GraphJSON.self, MMPretrain.self, LayerLists.self,
  BlockPairs.self, KerasSource.self, EmittedModule.self, TorchSource.self, OtherProgram.self,
  OtherJSON.self,
]

/// A reader of one kind of text.
protocol TextReader: Sendable {
  /// `nil` for a text that is not of this kind.
  static func read(_ text: CandidateText) -> TextReading?
}

/// A reader's result for a text.
struct TextReading {
  enum Content {
    case network(ImportedNetwork)
    case models([ImportedModel])
    case obstructed([Obstacle])
    case named
  }

  let kind: TextKind
  let place: Range<Int>
  let content: Content
  /// The value of `features` that a list would replace; `nil` if the whole text is replaced.
  let value: Range<Int>?

  init(
    _ kind: TextKind, at place: Range<Int>, _ content: Content, replacing value: Range<Int>? = nil
  ) {
    self.kind = kind
    self.place = place
    self.content = content
    self.value = value
  }
}

extension TextReading {
  /// A network, or the obstacles to reading it as one.
  init(
    _ kind: TextKind, at place: Range<Int>, _ network: ImportedNetwork,
    without obstacles: [Obstacle]
  ) {
    self.init(kind, at: place, obstacles.isEmpty ? .network(network) : .obstructed(obstacles))
  }
}

extension TextKind {
  /// Whether the tool's texts describe whole networks, so that one without a classifier ends in features.
  fileprivate var isWhole: Bool {
    switch self {
    case .kerasJSON, .darknet, .caffe: true
    case .layerList, .layerLists, .blockPairs, .torchSource, .torchPrintout, .kerasSource,
      .kerasSummary, .ultralytics, .mmpretrain, .ludwig, .nntrainer, .python, .json, .graphJSON:
      false
    }
  }
}

extension RecognizedText {
  fileprivate init(_ reading: TextReading, in source: SourceID) {
    func range(_ range: Range<Int>) -> SourceRange {
      SourceRange(source: source, start: range.lowerBound, end: range.upperBound)
    }
    func obstructed(_ obstacles: [Obstacle]) -> Content {
      .obstructed(obstacles.map { Spanned($0.reason, at: range($0.range)) })
    }
    kind = reading.kind
    place = range(reading.place)
    value = reading.value.map(range)
    switch reading.content {
    case .models(let models): content = .models(models)
    case .obstructed(let obstacles): content = obstructed(obstacles)
    case .named: content = .named
    case .network(let network):
      do throws(Obstacles) {
        let model = try ImportedModel(network)
        content = .models([reading.kind.isWhole || network.isWhole ? model.whole : model])
      } catch {
        content = obstructed(error.all)
      }
    }
  }
}
