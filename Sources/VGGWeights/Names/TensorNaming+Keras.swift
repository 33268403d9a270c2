extension TensorNaming {
  /// Keras's VGG: `block1_conv1/kernel`, … `fc1`, `fc2`, `predictions`.
  ///
  /// A block ends with a pooling and has neither batch normalisation nor dropout; the linear layers
  /// are read as torchvision's, with dropout's place between them.
  static func keras(_ tensors: [TensorDescription]) -> TensorNaming? {
    let names = tensors.map { KerasName($0.name) }
    let layers = KerasPlaces(names.compactMap { $0 })
    guard layers.hasConvolutions else { return nil }
    let channels = lastChannels(zip(names, tensors), layers)
    let mapped = zip(names, tensors).map { name, tensor in
      name.flatMap { mapping(of: tensor, $0, layers, channels: channels) }
        ?? MappedTensor(tensor, as: tensor.name)
    }
    return TensorNaming(
      mapped,
      remarks: [
        "the names are Keras's: kernels are read in torchvision's order of axes; the weights that Keras "
          + "publishes take photos as BGR from 0 to 255 less the mean (103.939, 116.779, 123.68)"
      ])
  }

  private static func mapping(
    of tensor: TensorDescription, _ name: KerasName, _ layers: KerasPlaces, channels: Int?
  ) -> MappedTensor? {
    guard let module = layers.module(of: name.layer) else { return nil }
    let shape = tensor.shape
    switch (name.layer, name.isKernel, shape.count) {
    case (_, false, 1):
      return MappedTensor(tensor, as: "\(module).bias")
    case (.convolution, true, 4):
      return MappedTensor(
        tensor, as: "\(module).weight", shape: [shape[3], shape[2], shape[0], shape[1]],
        .kernelLast)
    case (.linear(let number), true, 2):
      // Only the first takes a flattened map.
      let channels = number == 0 ? channels ?? 1 : 1
      guard channels > 0, shape[0].isMultiple(of: channels) else { return nil }
      return MappedTensor(
        tensor, as: "\(module).weight", shape: [shape[1], shape[0]],
        .inputsFirst(channels: channels))
    case (.convolution, _, _), (.linear, _, _): return nil
    }
  }

  /// The output channels of the last convolution.
  private static func lastChannels(
    _ tensors: Zip2Sequence<[KerasName?], [TensorDescription]>, _ layers: KerasPlaces
  ) -> Int? {
    tensors.first { name, _ in name?.isKernel == true && name?.layer == layers.lastConvolution }?
      .1.shape.last
  }
}

/// A name of Keras's VGG taken apart: `vgg16/block1_conv1/kernel:0`.
private struct KerasName: Hashable {
  enum Layer: Hashable {
    /// Both count from 1.
    case convolution(block: Int, number: Int)
    /// `fc1`, `fc2`, `predictions`, from 0.
    case linear(Int)
  }

  let layer: Layer
  /// The weight, as opposed to the bias.
  let isKernel: Bool

  private static let linears = ["fc1": 0, "fc2": 1, "predictions": 2]

  init?(_ name: String) {
    let words = name.split { $0 == "/" || $0 == "." }
    guard let part = words.last?.prefix(while: { $0 != ":" }), words.count > 1,
      let layer = Self.layer(words[words.count - 2])
    else { return nil }
    switch part {
    case "kernel": isKernel = true
    case "bias": isKernel = false
    default: return nil
    }
    self.layer = layer
  }

  private static func layer(_ word: Substring) -> Layer? {
    if let linear = linears[String(word)] { return .linear(linear) }
    let parts = word.split(separator: "_")
    guard parts.count == 2, let block = number(parts[0], after: "block"),
      let number = number(parts[1], after: "conv")
    else { return nil }
    return .convolution(block: block, number: number)
  }

  private static func number(_ word: Substring, after prefix: String) -> Int? {
    guard word.hasPrefix(prefix), let number = Int(word.dropFirst(prefix.count)), number > 0 else {
      return nil
    }
    return number
  }
}

/// Where the layers of a Keras VGG stand in torchvision's module tree.
private struct KerasPlaces {
  private let features: [KerasName.Layer: Int]
  let lastConvolution: KerasName.Layer?

  init(_ names: [KerasName]) {
    let convolutions = Set(
      names.compactMap { name -> [Int]? in
        if case .convolution(let block, let number) = name.layer { [block, number] } else { nil }
      }
    ).sorted { $0.lexicographicallyPrecedes($1) }
    var places: [KerasName.Layer: Int] = [:]
    var (next, block) = (0, 1)
    for convolution in convolutions {
      // A pooling between blocks takes a place, a convolution and its ReLU two.
      if convolution[0] != block { next += 1 }
      block = convolution[0]
      places[.convolution(block: block, number: convolution[1])] = next
      next += 2
    }
    features = places
    lastConvolution = convolutions.last.map { .convolution(block: $0[0], number: $0[1]) }
  }

  var hasConvolutions: Bool { !features.isEmpty }

  func module(of layer: KerasName.Layer) -> String? {
    if case .linear(let number) = layer { return "classifier.\(3 * number)" }
    return features[layer].map { "features.\($0)" }
  }
}
