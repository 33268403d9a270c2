import ArgumentParser
import VGGCommandLine
import VGGData

/// The bound on a photo's pixels; a small file may claim more than fit in memory.
struct PixelArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Maximum number of pixels in a photo, to limit memory: six bytes per pixel.",
      valueName: "N"))
  var mostPixels = Photo.mostPixels

  func validate() throws {
    try checkRange("--most-pixels", mostPixels, in: 1...1 << 40)
  }
}
