import VGGGraph
import VGGPhotoFit
import VGGRuntime
import VGGSpec
import VGGWeights

/// How photos become a network's inputs, in two halves: what is the same whenever a photo comes, and
/// what chance does.
package struct InputTransform: Sendable {
  package let channels: Int
  package let height: Int
  package let width: Int
  private let preprocessing: ImagePreprocessing
  private let values: SampleValues
  private let augmentation: Augmentation

  /// - Parameter isAugmented: whether chance does what the network's configuration says.
  package init(_ graph: ModelGraph, isAugmented: Bool) {
    (channels, height, width) = (graph.input.channels, graph.input.height, graph.input.width)
    preprocessing = ImagePreprocessing(graph)
    values = SampleValues(preprocessing)
    augmentation = isAugmented ? graph.augmentation : Augmentation()
  }

  /// The values of one input: channels x height x width.
  package var count: Int { channels * height * width }

  /// What is the same whenever the photo comes: all of it where no part is chosen by chance, or else
  /// its channels.
  ///
  /// - Throws: `InputError` where the network takes no pictures.
  func prepare(_ image: PixelImage) throws(InputError) -> PixelImage {
    guard case .resized = augmentation.crop else {
      return try preprocessing.crop(image, channels: channels, height: height, width: width)
    }
    // Refuses a network that takes no pictures, too.
    _ = try preprocessing.crop(
      PixelImage(width: 1, height: 1, channels: 1, samples: [0]), channels: channels, height: 1,
      width: 1)
    return channels == 1 ? image.withChannels(1) : image
  }

  /// The place of a photo in the input; `nil` where chance decides it.
  package func placement(of image: PixelImage) -> PhotoPlacement? {
    if case .resized = augmentation.crop { return nil }
    return preprocessing.placement(of: image, height: height, width: width)
  }

  /// Writes the input that a prepared picture becomes, channels x height x width.
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
  /// How the network's photos are prepared.
  package init(_ graph: ModelGraph) {
    let values = graph.preprocessing.perChannel(of: graph.input.channels)
    self.init(
      resize: graph.preprocessing.resize, interpolation: graph.preprocessing.interpolation,
      mean: values.mean.map { Float($0) }, deviation: values.deviation.map { Float($0) })
  }
}
