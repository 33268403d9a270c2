import VGGPhotoFit

extension PixelImage {
  /// The picture resized and cropped to `placement`: torchvision's `Resize` (antialiased) and `CenterCrop`.
  ///
  /// The part of the crop outside the picture is black. Only pixels that the crop keeps are computed,
  /// rows before columns and rounded between, as Pillow does up to version 12 (version 13 chooses
  /// the order by the sizes, which changes some samples by one).
  ///
  /// - Precondition: the sizes are from 1 to 2^31 - 1.
  func resizedAndCropped(
    _ placement: PhotoPlacement, interpolation: PhotoInterpolation
  ) -> PixelImage {
    let (rows, columns) = (placement.rows, placement.columns)
    guard placement.resizes else {
      return window(
        top: rows.kept.lowerBound - rows.margin, left: columns.kept.lowerBound - columns.margin,
        height: rows.crop, width: columns.crop)
    }
    let resized = resampled(rows, columns, by: interpolation)
    return resized.window(
      top: -rows.margin, left: -columns.margin, height: rows.crop, width: columns.crop)
  }

  /// The whole picture resized to `height` x `width` pixels (antialiased), regardless of
  /// its proportions: torchvision's `Resize` with two sizes.
  ///
  /// - Precondition: the sizes are from 1 to 2^31 - 1.
  package func resized(
    height: Int, width: Int, interpolation: PhotoInterpolation = .bilinear
  ) -> PixelImage {
    let whole = PhotoPlacement(
      height: self.height, width: self.width, resize: .size(height: height, width: width),
      cropHeight: height, cropWidth: width)
    return resizedAndCropped(whole, interpolation: interpolation)
  }

  /// The part of the resized picture that the crop keeps.
  private func resampled(
    _ rows: PlacedAxis, _ columns: PlacedAxis, by interpolation: PhotoInterpolation
  ) -> PixelImage {
    let rowTable = ResamplingTable(rows, interpolation)
    let columnTable = ResamplingTable(columns, interpolation)
    let narrow = resampledRows(columnTable, of: rowTable.span)
    return PixelImage(
      width: columns.kept.count, height: rows.kept.count, channels: channels,
      checked: resampledColumns(narrow, rowTable, width: columns.kept.count))
  }

  /// The rows `span`, each resized to the table's pixels.
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

  /// The columns of `rows`, which start at the table's span, resized to the table's pixels.
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
}
