extension PixelImage {
  /// The picture in grey (1) or colour (3); grey is computed with ITU-R 601's weights, as by Pillow's
  /// `convert("L")`.
  package func withChannels(_ count: Int) -> PixelImage {
    if count == channels { return self }
    let converted =
      count == 3
      ? samples.flatMap { [$0, $0, $0] }
      : stride(from: 0, to: samples.count, by: 3).map { grey(at: $0) }
    return PixelImage(width: width, height: height, channels: count, checked: converted)
  }

  private func grey(at index: Int) -> UInt8 {
    let red = Int(samples[index]) * 19_595
    let green = Int(samples[index + 1]) * 38_470
    let blue = Int(samples[index + 2]) * 7471
    return UInt8((red + green + blue + 0x8000) >> 16)
  }
}
