import VGGData
import VGGGraph
import VGGRuntime

/// A picture of what a network sees, without words: for each photo a row with the photo, the photo in the light of its class,
/// and the strongest channels of each layer, four per layer.
package struct LookPicture: Sendable {
  private static let side = 256
  private static let gap = 8
  static let tiles = 4

  private let graph: ModelGraph
  private var rows: [[Cell]] = []

  /// A picture at a place in its row.
  private struct Cell: Sendable {
    let image: PixelImage
    let x: Int
    let y: Int
  }

  package init(_ graph: ModelGraph) {
    self.graph = graph
  }

  package mutating func add(_ photo: LookedPhoto) {
    let lit = photo.picture.lit(by: photo.map, FieldTable(of: photo.map.layer, in: graph))
    var cells: [Cell] = []
    var x = Self.gap
    for picture in [photo.picture, lit] {
      let cell = Cell(image: picture.enlarged(to: Self.side), x: x, y: 0)
      cells.append(cell)
      x += cell.image.width + Self.gap
    }
    let half = (Self.side - Self.gap) / 2
    for layer in photo.layers {
      guard case .map(let map) = layer.layer.shape else { continue }
      var width = 0
      for (place, channel) in layer.strongestChannels(Self.tiles).enumerated() {
        let tile = PixelImage(layer.channel(channel), width: map.width, height: map.height)
          .enlarged(to: half)
        cells.append(
          Cell(
            image: tile, x: x + place % 2 * (tile.width + Self.gap),
            y: place / 2 * (half + Self.gap)))
        width = max(width, (place % 2 + 1) * (tile.width + Self.gap))
      }
      x += width
    }
    rows.append(cells)
  }

  /// The picture with a white ground.
  package var image: PixelImage {
    let width = rows.flatMap { $0 }.map { $0.x + $0.image.width }.max() ?? 0
    let (wide, tall) = (width + Self.gap, rows.count * (Self.side + Self.gap) + Self.gap)
    var samples = [UInt8](repeating: 255, count: wide * tall * 3)
    for (number, row) in rows.enumerated() {
      let top = Self.gap + number * (Self.side + Self.gap)
      for cell in row {
        let image = cell.image.withChannels(3)
        for y in 0..<image.height {
          let start = ((top + cell.y + y) * wide + cell.x) * 3
          samples.replaceSubrange(
            start..<start + image.width * 3,
            with: image.samples[y * image.width * 3..<(y + 1) * image.width * 3])
        }
      }
    }
    return PixelImage(width: wide, height: tall, channels: 3, checked: samples)
  }
}
