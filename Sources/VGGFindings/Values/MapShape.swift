/// The shape of a feature map or an image: channels x height x width.
///
/// For example: ImageNet's input is `3 x 224 x 224`.
package struct MapShape: Hashable, Sendable {
  package var channels: Int
  package var height: Int
  package var width: Int

  package init(channels: Int, height: Int, width: Int) {
    self.channels = channels
    self.height = height
    self.width = width
  }

  package var plane: PlaneSize { PlaneSize(height: height, width: width) }
}

extension MapShape: CustomStringConvertible {
  package var description: String { "\(channels)x\(height)x\(width)" }
}

/// A height and a width: rows and columns of a map, pixels of a photo.
package struct PlaneSize: Sendable, Hashable {
  package var height: Int
  package var width: Int

  package init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }

  /// For example: `224x224`.
  package var text: String { "\(height)x\(width)" }
}
