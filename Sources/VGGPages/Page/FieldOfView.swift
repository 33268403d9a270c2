import VGGGraph
import VGGSpec

/// The part of the image that one value in the middle of a map sees, in pixels from the image's
/// upper left corner; it may reach past the edges, where padding is.
package struct FieldOfView: Hashable, Encodable, Sendable {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  /// What the middle value of `layer` sees; all of `image` where its field is not one window.
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

  /// The middle pixel, which sees itself.
  init(middleOf image: MapShape) {
    self.init(x: image.width / 2, y: image.height / 2, width: 1, height: 1)
  }

  /// How many pixels it goes past the image's edges at most.
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
  /// Where the field of the value at a place begins; `nil` where that does not fit 64 bits.
  fileprivate func corner(ofValue place: Int) -> Int? {
    checkedProduct(place, jump).flatMap { checkedSum($0, -padding) }
  }
}
