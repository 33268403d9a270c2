import VGGKernels

/// The shape of feature maps in the kernels' layout: blocks of 16 channels, and a border of zeros
/// around each plane.
///
/// Every value is a shape that the kernels accept.
package struct BlockedShape: Hashable, Sendable {
  package let batch: Int
  package let channels: Int
  package let height: Int
  package let width: Int
  /// Pixels of zeros on each side: at least the padding of every layer that reads the maps.
  package let border: Int
  package let byteCount: Int

  /// - Throws: ``ComputeError`` when a size is not positive, or the maps are too large for the kernels.
  package init(
    batch: Int = 1, channels: Int, height: Int, width: Int, border: Int
  ) throws(ComputeError) {
    self.batch = batch
    self.channels = channels
    self.height = height
    self.width = width
    self.border = border
    let byteCount = Self.kernelShape(batch, channels, height, width, border).map { shape in
      withUnsafePointer(to: shape) { Int(vgg_shape_bytes($0)) }
    }
    guard let byteCount, byteCount > 0 else {
      throw .mapTooLarge(batch: batch, channels: channels, height: height, width: width)
    }
    self.byteCount = byteCount
  }

  /// The shape that the kernels have written to `shape`.
  init(_ shape: vgg_shape) {
    batch = Int(shape.batch)
    channels = Int(shape.channels)
    height = Int(shape.height)
    width = Int(shape.width)
    border = Int(shape.border)
    byteCount = withUnsafePointer(to: shape) { Int(vgg_shape_bytes($0)) }
  }

  /// The same maps with another border.
  package func bordered(_ border: Int) throws(ComputeError) -> BlockedShape {
    try BlockedShape(
      batch: batch, channels: channels, height: height, width: width, border: border)
  }

  /// The float32 numbers of the layout, including borders and unused channels.
  package var storedCount: Int { byteCount / MemoryLayout<Float>.size }

  /// The pixels of one channel over the batch.
  package var pixelCount: Int { batch * height * width }

  /// The kernels' value for it.
  var kernelShape: vgg_shape {
    vgg_shape(
      batch: Int32(batch), channels: Int32(channels), height: Int32(height), width: Int32(width),
      border: Int32(border))
  }

  private static func kernelShape(_ sizes: Int...) -> vgg_shape? {
    let sizes = sizes.compactMap { Int32(exactly: $0) }
    guard sizes.count == 5 else { return nil }
    return vgg_shape(
      batch: sizes[0], channels: sizes[1], height: sizes[2], width: sizes[3], border: sizes[4])
  }
}
