import VGGData
import VGGRuntime

/// Decodes an input as a photo: it has as many samples as its size says, or is refused in words.
func fuzzPhoto(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  do throws(InputError) {
    let image = try Photo(Array(bytes)).image
    precondition(image.samples.count == image.width * image.height * image.channels)
    precondition(image.width * image.height <= Photo.mostPixels)
  } catch {
    precondition(isPrintable(error.description), "a control character got out")
  }
  return 0
}
