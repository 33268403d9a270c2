/// The value of each sample of a picture as a network's input, channel by channel: a 255th of it minus the
/// mean, divided by the deviation.
package struct SampleValues: Hashable, Sendable {
  /// 256 values per channel.
  private let table: [Float]

  package init(_ preprocessing: ImagePreprocessing) {
    table = zip(preprocessing.mean, preprocessing.deviation).flatMap { mean, deviation in
      (0...255).map { (Float($0) / 255 - mean) / deviation }
    }
  }

  /// Writes the values of `image`, channel by channel, the top row first.
  ///
  /// - Precondition: the picture has one channel for each mean.
  package func write(_ image: PixelImage, to values: UnsafeMutablePointer<Float>) {
    precondition(image.channels * 256 == table.count)
    let area = image.height * image.width
    image.samples.withUnsafeBufferPointer { samples in
      table.withUnsafeBufferPointer { table in
        for channel in 0..<image.channels {
          for place in 0..<area {
            let sample = Int(samples[place * image.channels + channel])
            values[channel * area + place] = table[channel * 256 + sample]
          }
        }
      }
    }
  }
}
