import VGGDiagnostics
import VGGFindings
import VGGSyntax

/// A text of another tool, and the configuration that it amounts to.
package struct RecognizedText: Sendable {
  package enum Content: Sendable {
    /// Every part was understood.
    case models([ImportedModel])
    case obstructed([Spanned<ForeignObstacle>])
    case named
  }

  package let kind: TextKind
  /// What it is recognised by.
  package let place: SourceRange
  package let content: Content
  /// The value of `features` that a list would replace, where the rest of the text is a configuration.
  package let value: SourceRange?
}

/// The largest text that is recognised; networks' texts are a hundredth of that.
private let largestText = 1 << 20

/// What a text in UTF-8 is, where it is not a configuration but a text of another tool.
///
/// - Parameter root: The text's tree, where it is YAML.
package func recognizeText(
  _ source: SourceID, in sources: SourceMap, root: SyntaxNode?
) -> RecognizedText? {
  let file = sources[source]
  // In other encodings the readers' texts would have other lengths than their places.
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

/// In this order: a text in which one of them recognises its own is not shown to the later ones.
private let readers: [any TextReader.Type] = [
  Darknet.self, NNTrainer.self, Caffe.self, TorchPrintout.self, KerasSummary.self,
  Ultralytics.self, Ludwig.self, KerasJSON.self, GraphJSON.self, MMPretrain.self, LayerLists.self,
  BlockPairs.self, KerasSource.self, TorchSource.self, OtherProgram.self, OtherJSON.self,
]

/// A reader of one kind of text.
protocol TextReader: Sendable {
  /// `nil` for a text that is not of this kind.
  static func read(_ text: CandidateText) -> TextReading?
}

/// What a reader makes of a text.
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
  /// The value of `features` that a list would replace; `nil` where the whole text is replaced.
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
  /// A network, or what stops it from being one.
  init(
    _ kind: TextKind, at place: Range<Int>, _ network: ImportedNetwork,
    without obstacles: [Obstacle]
  ) {
    self.init(kind, at: place, obstacles.isEmpty ? .network(network) : .obstructed(obstacles))
  }
}

extension TextKind {
  /// Whether the tool's texts are of whole networks, so that one without a classifier ends in features.
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
        content = .models([reading.kind.isWhole ? model.whole : model])
      } catch {
        content = obstructed(error.all)
      }
    }
  }
}
