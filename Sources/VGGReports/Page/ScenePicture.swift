import VGGGraph
import VGGSpec

/// The drawn photo at an image's size, with a margin around it in which padding can be seen.
struct ScenePicture {
  let image: MapShape

  /// As many pixels on every side.
  private var margin: Double { 0.16 * Double(max(image.width, image.height)) }

  /// The corner, width and height of what is drawn, in pixels.
  var viewBox: String {
    let (width, height) = (Double(image.width), Double(image.height))
    return [-margin, -margin, width + 2 * margin, height + 2 * margin].map(coordinate)
      .joined(separator: " ")
  }

  /// The photo, stretched over the image.
  var elements: [XMLElement] {
    let scale = "scale(\(Double(image.width) / 100) \(Double(image.height) / 100))"
    return [XMLElement("g", ["transform": scale], Scene.elements.map { .element($0) })]
  }
}
