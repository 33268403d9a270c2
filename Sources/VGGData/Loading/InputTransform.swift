import VGGGraph
import VGGPhotoFit
import VGGRuntime
import VGGSpec
import VGGWeights

/// The conversion of photos to a network's inputs, in two steps: a fixed one, and a random one.
package struct InputTransform: Sendable {
  package let channels: Int
  package let height: Int
  package let width: Int
  private let preprocessing: ImagePreprocessing
  private let values: SampleValues
  private let augmentation: Augmentation

  /// - Parameter isAugmented: whether the random changes in the network's configuration are applied.
  package init(_ graph: ModelGraph, isAugmented: Bool) {
    (channels, height, width) = (graph.input.channels, graph.input.height, graph.input.width)
    preprocessing = ImagePreprocessing(graph)
    values = SampleValues(preprocessing)
    augmentation = isAugmented ? graph.augmentation : Augmentation()
  }

  /// The number of values of one input: channels x height x width.
  package var count: Int { channels * height * width }

  /// The result of the fixed step: the crop, unless it is random; otherwise only the channels.
  ///
  /// - Throws: `InputError` if the network does not take pictures.
  func prepare(_ image: PixelImage) throws(InputError) -> PixelImage {
    guard case .resized = augmentation.crop else {
      return try preprocessing.crop(image, channels: channels, height: height, width: width)
    }
    // Also refuses a network that does not take pictures.
    _ = try preprocessing.crop(
      PixelImage(width: 1, height: 1, channels: 1, checked: [0]), channels: channels, height: 1,
      width: 1)
    return channels == 1 ? image.withChannels(1) : image
  }

  /// The place of a photo in the input; `nil` if it is random.
  package func placement(of image: PixelImage) -> PhotoPlacement? {
    if case .resized = augmentation.crop { return nil }
    return preprocessing.placement(of: image, height: height, width: width)
  }

  /// Writes the input for a prepared picture, channels x height x width.
  func write(
    _ prepared: PixelImage, chance generator: inout SplitMix64,
    to target: UnsafeMutablePointer<Float>
  ) {
    var image = prepared
    switch augmentation.crop {
    case .none: break
    case .resized(let scale, let ratio):
      let crop = PictureCrop.random(
        inHeight: image.height, width: image.width, scale: scale, ratio: ratio, using: &generator)
      image = image.resized(
        crop, height: height, width: width, interpolation: preprocessing.interpolation)
    case .padded(let padding):
      let top = generator.integer(below: 2 * padding + 1) - padding
      let left = generator.integer(below: 2 * padding + 1) - padding
      image = image.window(top: top, left: left, height: height, width: width)
    }
    if augmentation.flip > 0, generator.fraction() < augmentation.flip { image = image.mirrored }
    values.write(image.withChannels(channels), to: target)
  }
}

extension ImagePreprocessing {
  /// The preprocessing of the network's photos.
  package init(_ graph: ModelGraph) {
    let values = graph.preprocessing.perChannel(of: graph.input.channels)
    self.init(
      resize: graph.preprocessing.resize, interpolation: graph.preprocessing.interpolation,
      mean: values.mean.map { Float($0) }, deviation: values.deviation.map { Float($0) })
  }
}
