import VGGPhotoFit

/// The conversion of a picture to a network's input, the same as torchvision's ImageNet transform.
///
/// The picture is resized (antialiased) and its middle cropped to the input's size;
/// samples are divided by 255, the channel's mean is subtracted and the result divided by the
/// channel's deviation.
public struct ImagePreprocessing: Hashable, Sendable {
  /// The size before the middle is cropped.
  public let resize: PhotoResize
  /// The filter that resizes.
  public let interpolation: PhotoInterpolation
  /// One per channel, on values from 0 to 1.
  public let mean: [Float]
  /// One per channel, on values from 0 to 1.
  public let deviation: [Float]

  /// - Precondition: the numbers of `resize` are from 1 to 2^31 - 1, and there is one deviation for each mean.
  public init(
    resize: PhotoResize, interpolation: PhotoInterpolation = .bilinear, mean: [Float],
    deviation: [Float]
  ) {
    precondition(
      resize.sides.allSatisfy((1...Int(Int32.max)).contains),
      "resize must be between 1 and 2^31 - 1")
    precondition(
      mean.count == deviation.count, "mean and deviation must have the same number of values")
    self.resize = resize
    self.interpolation = interpolation
    self.mean = mean
    self.deviation = deviation
  }

  /// The network's input for `image`. A grey picture is repeated three times, or a colour one converted to
  /// grey, to match the network's channels.
  ///
  /// - Throws: `InputError` when the network has neither one channel nor three, or a number other than
  ///   that of the means.
  public func callAsFunction<let channels: Int, let height: Int, let width: Int>(
    _ image: PixelImage
  ) throws(InputError) -> FeatureMap<channels, height, width> {
    let crop = try crop(image, channels: channels, height: height, width: width)
    return FeatureMap { SampleValues(self).write(crop, to: $0) }
  }

  /// The same for a network whose shape is known only now: channels x height x width values.
  ///
  /// - Precondition: `height` and `width` are from 1 to 2^31 - 1.
  package func callAsFunction(
    _ image: PixelImage, channels: Int, height: Int, width: Int
  ) throws(InputError) -> [Float] {
    let crop = try crop(image, channels: channels, height: height, width: width)
    return newValues(crop.samples.count) { SampleValues(self).write(crop, to: $0) }
  }

  /// The part of `image` that becomes the input, at the input's size and with its channels.
  ///
  /// - Precondition: `height` and `width` are from 1 to 2^31 - 1.
  package func crop(
    _ image: PixelImage, channels: Int, height: Int, width: Int
  ) throws(InputError) -> PixelImage {
    guard channels == 1 || channels == 3, mean.count == channels else {
      throw InputError(.malformed, .channels(channels, height: height, width: width))
    }
    let placement = placement(of: image, height: height, width: width)
    return (channels == 1 ? image.withChannels(1) : image)
      .resizedAndCropped(placement, interpolation: interpolation)
      .withChannels(channels)
  }

  /// The place of `image` in an input of `height` x `width` pixels.
  ///
  /// - Precondition: `height` and `width` are from 1 to 2^31 - 1.
  package func placement(of image: PixelImage, height: Int, width: Int) -> PhotoPlacement {
    PhotoPlacement(
      height: image.height, width: image.width, resize: resize, cropHeight: height,
      cropWidth: width)
  }
}
