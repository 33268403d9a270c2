import VGGRuntime

/// Reads an input as the programs that `vggc emit --package` makes do: as a binary PPM or PGM picture, which
/// becomes a network's input, and as raw values.
func fuzzRuntimeInput(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  let bytes = Array(bytes)
  read(bytes) { () throws(InputError) in
    let image = try PixelImage(ppm: bytes)
    precondition(image.samples.count == image.width * image.height * image.channels)
    // Preprocessing takes longer for larger pictures, which find nothing else.
    guard image.width + image.height < 1 << 12 else { return }
    let colour: FeatureMap<3, 5, 7> = try colourInput(image)
    let grey: FeatureMap<1, 4, 4> = try greyInput(image)
    let squashed: FeatureMap<1, 5, 3> = try squashedInput(image)
    precondition(
      (colour.values + grey.values + squashed.values).allSatisfy(\.isFinite),
      "a value is not finite")
  }
  read(bytes) { () throws(InputError) in
    let map = try FeatureMap<2, 2, 3>(littleEndian: bytes)
    precondition(map.values.count == 12 && bytes.count == 48)
  }
  return 0
}

private let colourInput = ImagePreprocessing(
  resize: .cover(height: 9, width: 8), interpolation: .bicubic, mean: [0.485, 0.456, 0.406],
  deviation: [0.229, 0.224, 0.225])
private let squashedInput = ImagePreprocessing(
  resize: .size(height: 6, width: 4), interpolation: .nearest, mean: [0.5], deviation: [0.5])
private let greyInput = ImagePreprocessing(resize: 4, mean: [0.5], deviation: [0.5])

private func read(_ bytes: [UInt8], _ body: () throws(InputError) -> Void) {
  do throws(InputError) {
    try body()
  } catch {
    precondition(isPrintable(error.description), "a control character was printed")
  }
}
