import VGGData

/// Reads an input as a file of IDX pictures or labels: it is refused with a message, or its pictures are the
/// same when read back from the PNG files that they become.
func fuzzIDX(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  do throws(IDXError) {
    let file = try IDXFile(Array(bytes), path: "train-images-idx3-ubyte")
    let count = file.dimensions[0]
    guard file.dimensions.count == 3, count < 1 << 16 else { return 0 }
    let head = [0, 0, 8, 1, 0, 0, UInt8(count >> 8), UInt8(count & 0xff)]
    let labels = try IDXFile(
      head + [UInt8](repeating: 7, count: count), path: "train-labels-idx1-ubyte")
    for photos in try IDXPhotos.pairs([file, labels]) where photos.width * photos.height < 1 << 20 {
      for index in Set([0, photos.count - 1]) where photos.count > 0 {
        expectSame(photos, index, file)
      }
    }
  } catch {
    precondition(isPrintable(error.description), "a control character was printed")
  }
  return 0
}

private func expectSame(_ photos: IDXPhotos, _ index: Int, _ file: IDXFile) {
  do {
    let image = try Photo(photos.png(index)).image
    precondition((image.width, image.height) == (photos.width, photos.height))
    let size = photos.width * photos.height
    let stored = file.values[index * size..<(index + 1) * size]
    let step = image.samples.count / size
    precondition(
      zip(stored, stride(from: 0, to: image.samples.count, by: step)).allSatisfy {
        $0 == image.samples[$1]
      }, "a picture differs when read back")
  } catch {
    preconditionFailure("\(error)")
  }
}
