import VGGGraph
import VGGMarkup
import VGGSpec

/// The drawn photo at an image's size, with a margin around it that shows padding.
struct ScenePicture {
  let image: MapShape
  /// The margin on every side, in pixels.
  private let margin: Double

  /// - Parameter reach: The number of pixels past the image that should be visible; limited so that the photo
  ///   does not become tiny.
  init(image: MapShape, reach: Double = 0) {
    let side = Double(max(image.width, image.height))
    self.image = image
    margin = min(max(reach + 0.03 * side, 0.16 * side), 0.75 * side)
  }

  /// The corner, width and height of the picture, in pixels.
  var viewBox: String {
    let (width, height) = (Double(image.width), Double(image.height))
    return [-margin, -margin, width + 2 * margin, height + 2 * margin].map(coordinate)
      .joined(separator: " ")
  }

  /// The photo, stretched over the image.
  var element: Element {
    let scale = "scale(\(Double(image.width) / 100) \(Double(image.height) / 100))"
    return Element("g", ["transform": scale]) { Scene.elements }
  }
}
