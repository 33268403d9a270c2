import VGGCompute
import VGGGraph
import VGGWeights

/// A network's tensors by torchvision's names: the trained ones contiguously, with a gradient
/// and the optimiser's moments for each of their numbers, and the others.
final class Parameters {
  /// The place of one tensor.
  struct Place: Hashable, Sendable {
    let tensor: StateTensor
    let isTrained: Bool
    /// From the start of its kind, in floats.
    let offset: Int
    let count: Int
  }

  let places: [Place]
  private let indices: [String: Int]
  /// Floats of all trained tensors, with zeros between them up to a multiple of 16.
  let trainedCount: Int
  private let trained: AlignedMemory
  private let fixed: AlignedMemory
  private let gradientMemory: AlignedMemory
  private let momentMemory: [AlignedMemory]
  private let momentNames: [String]

  init(
    _ layers: [TrainedLayer], options: TrainingOptions, from weights: some WeightSource
  ) throws {
    var places: [Place] = []
    var counts = (trained: 0, fixed: 0)
    for (tensor, isFrozen) in layers.flatMap({ layer in
      layer.layer.stateTensors.map {
        ($0, options.frozen.contains(layer.layer.position))
      }
    }) {
      let isTrained = !tensor.isStatistic && !isFrozen
      let offset = isTrained ? counts.trained : counts.fixed
      guard let count = TensorDescription(name: tensor.name, shape: tensor.shape).elementCount,
        count < 1 << 38
      else {
        throw ComputeError.parametersTooLarge(tensor: tensor.name)
      }
      places.append(Place(tensor: tensor, isTrained: isTrained, offset: offset, count: count))
      let end = offset + (count + 15) / 16 * 16
      if isTrained { counts.trained = end } else { counts.fixed = end }
    }
    self.places = places
    indices = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1.tensor.name, $0) })
    trainedCount = counts.trained
    trained = try .floats(counts.trained)
    fixed = try .floats(counts.fixed)
    gradientMemory = try .floats(counts.trained)
    momentNames = options.optimizer.moments
    momentMemory = try momentNames.map { _ in try .floats(counts.trained) }
    for place in places {
      let tensor = try weights.tensor(place.tensor.name, shape: place.tensor.shape)
      copy(tensor, to: pointer(place))
      tensor.releasePages()
    }
  }

  /// The numbers of the tensor called `name`; `nil` if the network does not have it.
  func values(_ name: String) -> UnsafeMutablePointer<Float>? {
    indices[name].map { pointer(places[$0]) }
  }

  /// The gradient of the tensor called `name`; `nil` if there is none or it is not trained.
  func gradient(_ name: String) -> UnsafeMutablePointer<Float>? {
    guard let index = indices[name], places[index].isTrained else { return nil }
    return gradients + places[index].offset
  }

  var weights: UnsafeMutablePointer<Float> { trained.floats }
  var gradients: UnsafeMutablePointer<Float> {
    gradientMemory.floats
  }

  /// The optimiser's numbers for each weight, in the order of their names.
  func moment(_ index: Int) -> UnsafeMutablePointer<Float>? {
    momentMemory.indices.contains(index)
      ? momentMemory[index].floats : nil
  }

  private func pointer(_ place: Place) -> UnsafeMutablePointer<Float> {
    (place.isTrained ? trained : fixed).floats + place.offset
  }
}

// MARK: - State

extension Parameters {
  /// A copy of the tensor called `name`.
  func tensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    guard let index = indices[name], places[index].tensor.shape == shape else {
      throw WeightError(.missing, "the network has no tensor \"\(name)\" of shape \(shape)")
    }
    return WeightTensor(copyOf(pointer(places[index]), places[index]), shape: shape)
  }

  /// The names and shapes of the optimiser's tensors: `features.0.weight.momentum`.
  var momentDescriptions: [TensorDescription] {
    momentNames.flatMap { name in
      places.filter(\.isTrained).map {
        TensorDescription(name: "\($0.tensor.name).\(name)", shape: $0.tensor.shape)
      }
    }
  }

  /// A copy of the optimiser's tensor called `name`.
  func momentTensor(_ name: String, shape: [Int]) throws -> WeightTensor {
    for (index, suffix) in momentNames.enumerated() where name.hasSuffix(".\(suffix)") {
      guard let place = indices[String(name.dropLast(suffix.count + 1))].map({ places[$0] }),
        place.isTrained, place.tensor.shape == shape, let moment = moment(index)
      else { continue }
      return WeightTensor(copyOf(moment + place.offset, place), shape: shape)
    }
    throw WeightError(.missing, "the optimiser has no tensor \"\(name)\" of shape \(shape)")
  }

  /// Restores the tensors that ``momentTensor(_:shape:)`` returned.
  func restoreMoments(from source: some WeightSource) throws {
    for (index, suffix) in momentNames.enumerated() {
      guard let moment = moment(index) else { continue }
      for place in places where place.isTrained {
        let name = "\(place.tensor.name).\(suffix)"
        copy(try source.tensor(name, shape: place.tensor.shape), to: moment + place.offset)
      }
    }
  }

  private func copyOf(_ pointer: UnsafeMutablePointer<Float>, _ place: Place) -> [Float] {
    Array(UnsafeBufferPointer(start: pointer, count: place.count))
  }

  private func copy(_ tensor: WeightTensor, to pointer: UnsafeMutablePointer<Float>) {
    tensor.withUnsafeValues { values in
      if let base = values.baseAddress { pointer.update(from: base, count: values.count) }
    }
  }
}

extension StateTensor {
  /// Whether it is a running mean or variance, which training updates but does not learn.
  fileprivate var isStatistic: Bool {
    name.hasSuffix(".running_mean") || name.hasSuffix(".running_var")
  }
}
