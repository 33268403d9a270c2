import VGGFindings
import VGGSpec

/// Python lists of layers: `[64, 'M']` by itself, under a name, or several in a dictionary.
enum LayerLists: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard !text.assignsKeysAlone else { return nil }
    let values = text.program.values
    let found = values.map { candidates(in: $0) }
    let lists = found.flatMap { $0 }
    guard let first = lists.first else { return nil }
    let isWhole = !zip(values, found).contains { value, lists in
      guard let name = value.name else { return false }
      return lists.isEmpty ? isSetting(name) : text.program.changes(name)
    }
    let isSingle = lists.count == 1
    var models: [ImportedModel] = []
    var obstacles: [Obstacle] = []
    for list in lists {
      do throws(Obstacle) {
        models.append(
          ImportedModel(
            name: list.name, features: try features(of: list.items),
            differences: isWhole ? [] : [.otherStatements]))
      } catch {
        obstacles.append(error)
      }
    }
    return TextReading(
      isSingle ? .layerList : .layerLists, at: first.place,
      obstacles.isEmpty ? .models(models.withDistinctNames) : .obstructed(obstacles))
  }

  private struct Candidate {
    var name: String?
    let items: [PythonNode]
    let place: Range<Int>
  }

  private static func candidates(in named: PythonProgram.NamedValue) -> [Candidate] {
    let usual = named.name.map(isUsualName) ?? true
    if let items = named.value.items, isLayers(items, usual: usual) {
      return [Candidate(name: nil, items: items, place: named.place)]
    }
    guard case .dictionary(let pairs) = named.value.value else { return [] }
    let lists = pairs.compactMap { pair -> Candidate? in
      guard let items = pair.value.items, isLayers(items, usual: usual) else { return nil }
      let name = pair.key.text ?? pair.key.integer.map(String.init)
      return Candidate(name: name, items: items, place: named.place)
    }
    return lists.count == pairs.count ? lists : []
  }

  /// Whether a name is a configuration's setting other than its layers.
  private static func isSetting(_ name: String) -> Bool {
    let name = name.lowercased()
    if ["num_classes", "classes"].contains(name) { return true }
    let key = ModelKey(rawValue: name) ?? ModelKey.otherNames[name]
    return key.map { $0 != .features } ?? false
  }

  private static let usualNames: Set<String> = [
    "cfg", "cfgs", "config", "configs", "arch", "architecture", "vgg", "layers", "net", "network",
  ]

  private static func isUsualName(_ name: String) -> Bool {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    return usualNames.contains(last.lowercased())
  }

  /// Whether a list contains layers: channels, with letters between them.
  private static func isLayers(_ items: [PythonNode], usual: Bool) -> Bool {
    let hasPool = items.contains { $0.word == "M" }
    return items.contains { $0.integer != nil } && (hasPool || usual)
      && items.allSatisfy { $0.integer != nil || $0.word.map { $0.utf8.count < 16 } == true }
  }

  private static func features(of items: [PythonNode]) throws(Obstacle) -> [FeatureElement] {
    try items.map { item throws(Obstacle) in
      switch item.value {
      case .integer(let channels):
        guard LanguageBounds.channels.contains(channels) else {
          throw Obstacle(.value("\(channels)", of: "channels"), at: item.range)
        }
        return .convolution(ConvolutionSpec(outputChannels: channels))
      case .text(let text), .name(let text):
        guard let element = FeatureElement(word: text) else {
          throw Obstacle(.layer(text), at: item.range)
        }
        return element
      case .number, .truth, .none, .list, .tuple, .dictionary, .call:
        throw Obstacle(.expression, at: item.range)
      }
    }
  }
}

extension PythonNode {
  /// A text, or a name, as in a list without quotes.
  fileprivate var word: String? { text ?? name }
}

extension [ImportedModel] {
  /// The same models, each with a name if there are several.
  var withDistinctNames: [ImportedModel] {
    guard count > 1 else { return self }
    var used: Set<String> = []
    return enumerated().map { index, model in
      var copy = model
      var name = model.name ?? "model\(index + 1)"
      while !used.insert(name).inserted { name += "-\(index + 1)" }
      copy.name = name
      return copy
    }
  }
}
