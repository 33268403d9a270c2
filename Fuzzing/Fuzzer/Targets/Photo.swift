import VGGData
import VGGRuntime

/// Decodes an input as a photo: it has the number of samples that its size implies, or is refused with a message.
func fuzzPhoto(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  do throws(InputError) {
    let image = try Photo(Array(bytes)).image
    precondition(image.samples.count == image.width * image.height * image.channels)
    precondition(image.width * image.height <= Photo.mostPixels)
  } catch {
    precondition(isPrintable(error.description), "a control character was printed")
  }
  return 0
}
