import VGGDiagnostics
import VGGGraph
import VGGSpec

/// A box of the architecture picture: a layer's output, including the following layers that keep the shape
/// and have no separate box.
struct DiagramVolume: Hashable, Sendable {
  let kind: VolumeKind
  /// The layer's name in the paper; if several equal layers are drawn as one, the first layer's name.
  let name: String
  /// The last layer's name, if several are drawn as one.
  var lastName: String?
  var count = 1
  let shape: Shape
  /// The operations in order, in the paper's notation: `conv3-64`, `ReLU`.
  var operations: [String]
  var parameters: Int
  /// The indices of the layers that the box represents; empty for the image.
  var layers = 0..<0
  /// The names of the taps among these layers: outputs of the network other than the last.
  var taps: [String] = []

  /// Whether `other` may be drawn as one box with this one.
  func isLike(_ other: DiagramVolume) -> Bool {
    kind == other.kind && shape == other.shape && operations == other.operations
      && taps == other.taps
  }

  /// Adds a layer that has no separate box.
  fileprivate mutating func add(_ layer: Layer, _ index: Int) {
    operations.append(layer.kind.notation)
    parameters += layer.parameters
    layers = (layers.isEmpty ? index : layers.lowerBound)..<(index + 1)
  }

  /// The layer's name, or the names of layers drawn as one.
  func names(in phrases: any PagePhrasebook) -> String {
    if kind == .image { return phrases.lessonTexts.image }
    return lastName.map { phrases.repeated(count, from: name, to: $0) } ?? name
  }

  /// The box's tooltip.
  ///
  /// For example: `conv1_1: conv3-64, ReLU outputs 64x224x224, 1,792 parameters`.
  func description(in phrases: any PagePhrasebook) -> String {
    phrases.box(
      names(in: phrases), operations: operations, gives: shape, parameters: parameters)
      + (taps.isEmpty ? "" : "; \(phrases.tapped(taps))")
  }
}

/// The kind of layer that outputs a volume, which determines its colour.
package enum VolumeKind: String, CaseIterable, Sendable {
  case image
  case convolution = "conv"
  case pooling = "pool"
  case normalization = "norm"
  case flatten
  case linear
  case softmax
}

/// An item of the picture, from left to right.
enum DiagramItem: Hashable, Sendable {
  case volume(DiagramVolume)
  /// The number of volumes left out.
  case omission(Int)

  var shape: Shape? {
    if case .volume(let volume) = self { volume.shape } else { nil }
  }

  /// Whether one of the item's layers is an output other than the last.
  var isTapped: Bool {
    if case .volume(let volume) = self { !volume.taps.isEmpty } else { false }
  }

  /// The label, for example `conv1_1`, or `400 x conv1_1 to conv1_400`.
  func label(in phrases: any PagePhrasebook) -> String {
    switch self {
    case .volume(let volume): volume.names(in: phrases)
    case .omission(let count): phrases.omitted(count)
    }
  }
}

extension ModelGraph {
  /// The boxes of the network's picture.
  var diagramItems: [DiagramItem] { layers.diagramItems(from: input, taps: taps) }
}

extension [Layer] {
  /// The maximum number of boxes in a readable picture.
  private static var mostBoxes: Int { 48 }

  /// The boxes of the layers' picture. If there are too many, consecutive equal ones are merged; if there are
  /// still too many, the middle is left out.
  func diagramItems(from input: MapShape, taps: [Tap]) -> [DiagramItem] {
    var volumes = diagramVolumes(from: input, taps: taps)
    if volumes.count > Self.mostBoxes { volumes = volumes.joiningRepeats }
    guard volumes.count > Self.mostBoxes else { return volumes.map { .volume($0) } }
    let (first, last) = (Self.mostBoxes * 2 / 3, Self.mostBoxes / 3)
    return volumes.prefix(first).map { .volume($0) } + [.omission(volumes.count - first - last)]
      + volumes.suffix(last).map { .volume($0) }
  }
}

extension ModelGraph {
  /// The image, and the outputs of the layers that have a separate box.
  var diagramVolumes: [DiagramVolume] { layers.diagramVolumes(from: input, taps: taps) }
}

extension [Layer] {
  /// The image, and the outputs of the layers that have a separate box.
  func diagramVolumes(from input: MapShape, taps: [Tap]) -> [DiagramVolume] {
    let tapNames = Dictionary(uniqueKeysWithValues: taps.map { ($0.layer, $0.name) })
    var volumes = [
      DiagramVolume(
        kind: .image, name: "image", shape: .map(input), operations: [], parameters: 0)
    ]
    for (index, (layer, name)) in zip(self, PaperNames(self).names).enumerated() {
      if let kind = layer.kind.group.volumeKind {
        volumes.append(
          DiagramVolume(
            kind: kind, name: name, shape: layer.output, operations: [layer.kind.notation],
            parameters: layer.parameters, layers: index..<(index + 1)))
      } else {
        volumes[volumes.count - 1].add(layer, index)
      }
      if let tap = tapNames[index] { volumes[volumes.count - 1].taps.append(tap) }
    }
    return volumes
  }
}

extension LayerGroup {
  /// The kind of the layer's box; `nil` for layers drawn with the previous layer.
  var volumeKind: VolumeKind? {
    switch self {
    case .convolution: .convolution
    case .pooling: .pooling
    case .responseNormalization: .normalization
    case .flatten: .flatten
    case .linear: .linear
    case .softmax: .softmax
    case .batchNormalization, .activation, .dropout: nil
    }
  }
}

extension [DiagramVolume] {
  /// The volumes with each run of equal ones merged into one.
  fileprivate var joiningRepeats: [DiagramVolume] {
    reduce(into: []) { result, volume in
      guard let last = result.last, last.isLike(volume) else { return result.append(volume) }
      result[result.count - 1].count += 1
      result[result.count - 1].lastName = volume.name
      result[result.count - 1].parameters += volume.parameters
      result[result.count - 1].layers = last.layers.lowerBound..<volume.layers.upperBound
    }
  }
}
