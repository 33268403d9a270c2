import ArgumentParser
import VGGData

/// The bound on a photo's pixels; a small file may claim more than fit in memory.
struct PixelArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most pixels that a photo may have, as a bound on memory: six bytes each.",
      valueName: "N"))
  var mostPixels = Photo.mostPixels

  func validate() throws {
    if !(1...1 << 40).contains(mostPixels) {
      throw ValidationError("--most-pixels takes a number from 1 to \(1 << 40)")
    }
  }
}
