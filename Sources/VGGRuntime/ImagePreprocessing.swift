/// How a picture becomes a network's input: what torchvision's ImageNet transform does.
///
/// The shorter side is resized (bilinear, antialiased) and the middle cropped to the input's size;
/// samples are divided by 255, the channel's mean is subtracted and the result divided by the
/// channel's deviation.
public struct ImagePreprocessing: Hashable, Sendable {
  /// The shorter side after resizing, in pixels.
  public let resize: Int
  /// One a channel, on values from 0 to 1.
  public let mean: [Float]
  /// One a channel, on values from 0 to 1.
  public let deviation: [Float]

  /// - Precondition: `resize` is from 1 to 2^31 - 1, and there are as many deviations as means.
  public init(resize: Int, mean: [Float], deviation: [Float]) {
    precondition((1...Int(Int32.max)).contains(resize), "resize must be from 1 to 2^31 - 1")
    precondition(mean.count == deviation.count, "there must be as many deviations as means")
    self.resize = resize
    self.mean = mean
    self.deviation = deviation
  }

  /// The input that `image` becomes; a grey picture is taken three times, a colour one made grey,
  /// as the network's channels ask for it.
  ///
  /// - Throws: `InputError` when the network has neither one channel nor three, or not as many as
  ///   there are means.
  public func callAsFunction<let channels: Int, let height: Int, let width: Int>(
    _ image: PPMImage
  ) throws(InputError) -> FeatureMap<channels, height, width> {
    guard channels == 1 || channels == 3, mean.count == channels else {
      throw InputError(
        .malformed,
        "a picture has 1 or 3 channels, but the network takes \(channels): "
          + "give it a .f32 file of \(channels) x \(height) x \(width) float32 values")
    }
    let crop = (channels == 1 ? image.withChannels(1) : image)
      .resizedAndCropped(shorterSide: resize, height: height, width: width)
      .withChannels(channels)
    let area = height * width
    return FeatureMap { values in
      for channel in 0..<channels {
        for place in 0..<area {
          let sample = Float(crop.samples[place * channels + channel]) / 255
          values[channel * area + place] = (sample - mean[channel]) / deviation[channel]
        }
      }
    }
  }
}

extension PPMImage {
  /// The picture in grey (1) or colour (3); grey is made by ITU-R 601's weights, as Pillow's
  /// `convert("L")` does.
  func withChannels(_ count: Int) -> PPMImage {
    if count == channels { return self }
    let converted =
      count == 3
      ? samples.flatMap { [$0, $0, $0] }
      : stride(from: 0, to: samples.count, by: 3).map { grey(at: $0) }
    return PPMImage(width: width, height: height, channels: count, samples: converted)
  }

  private func grey(at index: Int) -> UInt8 {
    let red = Int(samples[index]) * 19_595
    let green = Int(samples[index + 1]) * 38_470
    let blue = Int(samples[index + 2]) * 7471
    return UInt8((red + green + blue + 0x8000) >> 16)
  }
}
