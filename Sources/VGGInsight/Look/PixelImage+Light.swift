import VGGFiles
import VGGRuntime

extension PixelImage {
  /// The picture in the light of `map`: the parts that speak for the class keep their light, the others are in shadow.
  ///
  /// The map's values are at the centres of their fields, and change linearly between them, so that nothing is shifted.
  func lit(by map: ClassActivationMap, _ fields: FieldTable) -> PixelImage {
    var lit = samples
    let columns = (0..<width).map {
      Weights(of: $0, among: map.width, fields.centres?.column, width)
    }
    for y in 0..<height {
      let row = Weights(of: y, among: map.height, fields.centres?.row, height)
      for x in 0..<width {
        let column = columns[x]
        func value(_ row: Int) -> Double {
          Double(map.values[row * map.width + column.first]) * (1 - column.second)
            + Double(map.values[row * map.width + column.next]) * column.second
        }
        let light = value(row.first) * (1 - row.second) + value(row.next) * row.second
        for channel in 0..<channels {
          let place = (y * width + x) * channels + channel
          lit[place] = sample(Double(lit[place]) * (Self.shadow + (1 - Self.shadow) * light))
        }
      }
    }
    return PixelImage(width: width, height: height, channels: channels, checked: lit)
  }

  /// The light of the parts that don't count.
  private static let shadow = 0.22

  /// The two rows of a map around a pixel's row, and the share of the second.
  private struct Weights {
    let first: Int
    let next: Int
    let second: Double

    init(of pixel: Int, among count: Int, _ centres: FieldTable.Centres?, _ extent: Int) {
      let even = (Double(pixel) + 0.5) * Double(count) / Double(extent) - 0.5
      let place =
        centres?.place(of: pixel, count: count) ?? min(max(even, 0), Double(count - 1))
      first = Int(clamping: place)
      next = min(first + 1, count - 1)
      second = place - Double(first)
    }
  }

  /// The picture with each pixel as a square, so that it is about `size` pixels on its longer side.
  func enlarged(to size: Int) -> PixelImage {
    let (tall, wide) =
      height >= width
      ? (size, max(1, size * width / height)) : (max(1, size * height / width), size)
    var samples: [UInt8] = []
    samples.reserveCapacity(tall * wide * channels)
    for y in 0..<tall {
      for x in 0..<wide {
        let place = (y * height / tall * width + x * width / wide) * channels
        samples += self.samples[place..<place + channels]
      }
    }
    return PixelImage(width: wide, height: tall, channels: channels, checked: samples)
  }
}
