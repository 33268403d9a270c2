import VGGDiagnostics
import VGGGraph
import VGGSpec

/// A box of the architecture picture: what a layer gives, with those after it that change no shape
/// and have no box of their own.
struct DiagramVolume: Hashable, Sendable {
  let kind: VolumeKind
  /// The layer's name in the paper; of several equal ones in a row, the first's.
  let name: String
  /// The last one's name, where several are drawn as one.
  var lastName: String?
  var count = 1
  let shape: Shape
  /// The operations in their order, in the paper's notation: `conv3-64`, `ReLU`.
  var operations: [String]
  var parameters: Int
  /// The layers that it stands for, by their index; none for the image.
  var layers = 0..<0
  /// The names of the taps among these layers: outputs of the network besides the last.
  var taps: [String] = []

  /// Whether `other` may be drawn as one with this.
  func isLike(_ other: DiagramVolume) -> Bool {
    kind == other.kind && shape == other.shape && operations == other.operations
      && taps == other.taps
  }

  /// Takes in a layer that has no box of its own.
  fileprivate mutating func add(_ layer: Layer, _ index: Int) {
    operations.append(layer.kind.notation)
    parameters += layer.parameters
    layers = (layers.isEmpty ? index : layers.lowerBound)..<(index + 1)
  }

  /// The layer's name, or the names of those that are drawn as one.
  func names(in phrases: any PagePhrasebook) -> String {
    if kind == .image { return phrases.lessonTexts.image }
    return lastName.map { phrases.repeated(count, from: name, to: $0) } ?? name
  }

  /// What a pointer that rests on the box is told.
  ///
  /// For example: `conv1_1: conv3-64, ReLU gives 64x224x224, 1,792 parameters`.
  func description(in phrases: any PagePhrasebook) -> String {
    phrases.box(
      names(in: phrases), operations: operations, gives: shape, parameters: parameters)
      + (taps.isEmpty ? "" : "; \(phrases.tapped(taps))")
  }
}

/// What made a volume, by which it is coloured.
package enum VolumeKind: String, CaseIterable, Sendable {
  case image
  case convolution = "conv"
  case pooling = "pool"
  case normalization = "norm"
  case flatten
  case linear
  case softmax
}

/// What stands in the picture, from left to right.
enum DiagramItem: Hashable, Sendable {
  case volume(DiagramVolume)
  /// As many volumes as this are left out.
  case omission(Int)

  var shape: Shape? {
    if case .volume(let volume) = self { volume.shape } else { nil }
  }

  /// Whether one of its layers is an output besides the last.
  var isTapped: Bool {
    if case .volume(let volume) = self { !volume.taps.isEmpty } else { false }
  }

  /// For example: `conv1_1`, or `400 x conv1_1 to conv1_400`.
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
  /// More boxes than this are no picture any more.
  private static var mostBoxes: Int { 48 }

  /// The boxes of the layers' picture. Where there are many, equal ones in a row become one, and
  /// if that does not suffice, the middle is left out.
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
  /// The image, and what each layer gives that has a box of its own.
  var diagramVolumes: [DiagramVolume] { layers.diagramVolumes(from: input, taps: taps) }
}

extension [Layer] {
  /// The image, and what each layer gives that has a box of its own.
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
  /// `nil` for what is drawn with the layer before it.
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
  /// The same with each run of equal volumes as one.
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
