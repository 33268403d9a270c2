extension PixelImage {
  /// The picture with its shorter side brought to `shorterSide` pixels, and the `height` x `width`
  /// in its middle: torchvision's `Resize` (bilinear, antialiased) and `CenterCrop`.
  ///
  /// What the crop has beyond the picture is black. Only pixels that the crop keeps are computed,
  /// rows before columns and rounded between, as Pillow does up to version 12 (version 13 chooses
  /// the order by the sizes, which moves some samples by one).
  ///
  /// - Precondition: the sizes are from 1 to 2^31 - 1.
  func resizedAndCropped(shorterSide: Int, height: Int, width: Int) -> PixelImage {
    let shorter = min(self.height, self.width)
    let rows = CropAxis(
      from: self.height, to: self.height * shorterSide / shorter, crop: height)
    let columns = CropAxis(
      from: self.width, to: self.width * shorterSide / shorter, crop: width)
    let narrow = resampledRows(columns.table, of: rows.table.span)
    let small = resampledColumns(narrow, rows.table, width: columns.kept.count)
    return padded(small, rows: rows, columns: columns, height: height, width: width)
  }

  /// The whole picture brought to `height` x `width` pixels (bilinear, antialiased), whatever that
  /// does to its proportions: torchvision's `Resize` of two sizes.
  ///
  /// - Precondition: the sizes are from 1 to 2^31 - 1.
  package func resized(height: Int, width: Int) -> PixelImage {
    guard height != self.height || width != self.width else { return self }
    let rows = ResamplingTable(from: self.height, to: height, range: 0..<height)
    let columns = ResamplingTable(from: self.width, to: width, range: 0..<width)
    let narrow = resampledRows(columns, of: rows.span)
    return PixelImage(
      width: width, height: height, channels: channels,
      samples: resampledColumns(narrow, rows, width: width))
  }

  /// The rows `span`, each brought to the table's pixels.
  private func resampledRows(_ table: ResamplingTable, of span: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(span.count * table.pixels.count * channels)
    samples.withUnsafeBufferPointer { samples in
      for y in span {
        for pixel in table.pixels {
          for channel in 0..<channels {
            result.append(
              ResamplingTable.value(pixel) { samples[(y * width + $0) * channels + channel] })
          }
        }
      }
    }
    return result
  }

  /// The columns of `rows`, which start at the table's span, brought to the table's pixels.
  private func resampledColumns(
    _ rows: [UInt8], _ table: ResamplingTable, width: Int
  ) -> [UInt8] {
    let rowSize = width * channels
    let first = table.span.lowerBound
    var result: [UInt8] = []
    result.reserveCapacity(table.pixels.count * rowSize)
    rows.withUnsafeBufferPointer { rows in
      for pixel in table.pixels {
        for place in 0..<rowSize {
          result.append(ResamplingTable.value(pixel) { rows[($0 - first) * rowSize + place] })
        }
      }
    }
    return result
  }

  private func padded(
    _ samples: [UInt8], rows: CropAxis, columns: CropAxis, height: Int, width: Int
  ) -> PixelImage {
    guard rows.kept.count < height || columns.kept.count < width else {
      return PixelImage(width: width, height: height, channels: channels, samples: samples)
    }
    var canvas = [UInt8](repeating: 0, count: height * width * channels)
    let rowSize = columns.kept.count * channels
    for row in 0..<rows.kept.count {
      let target = ((row + rows.margin) * width + columns.margin) * channels
      canvas.replaceSubrange(
        target..<target + rowSize, with: samples[row * rowSize..<(row + 1) * rowSize])
    }
    return PixelImage(width: width, height: height, channels: channels, samples: canvas)
  }
}

/// One axis of resizing and cropping.
private struct CropAxis {
  /// The pixels of the resized picture that the crop keeps.
  let kept: Range<Int>
  /// The pixels of the crop before the picture starts.
  let margin: Int
  let table: ResamplingTable

  init(from inputSize: Int, to resized: Int, crop: Int) {
    margin = max(0, (crop - resized) / 2)
    let start = resized > crop ? halfToEven(resized - crop) : 0
    kept = start..<start + min(crop, resized)
    table = ResamplingTable(from: inputSize, to: resized, range: kept)
  }
}

/// Half of `value`, halves to the nearest even number, as Python's `round` has it.
private func halfToEven(_ value: Int) -> Int {
  let half = value / 2
  return value.isMultiple(of: 2) || half.isMultiple(of: 2) ? half : half + 1
}
