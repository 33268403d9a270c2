import VGGGraph
import VGGSpec

/// The receptive field of one value in the middle of a map, in pixels from the image's upper left
/// corner; it may extend past the edges, into the padding.
package struct FieldOfView: Hashable, Encodable, Sendable {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  /// The receptive field of the middle value of `layer`; all of `image` if the field is not a single window.
  init(_ layer: Layer, image: MapShape) {
    guard let field = layer.receptiveField, case .map(let map) = layer.output,
      let x = field.columns.corner(ofValue: map.width / 2),
      let y = field.rows.corner(ofValue: map.height / 2)
    else {
      self.init(x: 0, y: 0, width: image.width, height: image.height)
      return
    }
    self.init(x: x, y: y, width: field.size.width, height: field.size.height)
  }

  /// The middle pixel, whose receptive field is itself.
  init(middleOf image: MapShape) {
    self.init(x: image.width / 2, y: image.height / 2, width: 1, height: 1)
  }

  /// The maximum number of pixels by which the field extends past the image's edges.
  func reach(past image: MapShape) -> Double {
    let (right, bottom) = (Double(x) + Double(width), Double(y) + Double(height))
    return max(
      0, -Double(x), -Double(y), right - Double(image.width), bottom - Double(image.height))
  }

  private init(x: Int, y: Int, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }
}

extension ReceptiveFieldAxis {
  /// The start of the receptive field of the value at a position; `nil` if it does not fit in 64 bits.
  fileprivate func corner(ofValue place: Int) -> Int? {
    checkedProduct(place, jump).flatMap { checkedSum($0, -padding) }
  }
}
