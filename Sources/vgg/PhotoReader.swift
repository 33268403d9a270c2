import VGGData
import VGGGraph
import VGGRuntime

/// Reads photos and raw inputs in the form that a network takes.
struct PhotoReader {
  private let channels: Int
  private let height: Int
  private let width: Int
  private let preprocessing: ImagePreprocessing
  /// The part of the photos read so far that the network sees.
  private(set) var coverage = PhotoCoverage()
  private let mostPixels: Int
  /// The number of photos read so far that have more than eight bits per sample.
  private(set) var deep = 0

  init(_ graph: ModelGraph, mostPixels: Int) {
    self.mostPixels = mostPixels
    (channels, height, width) = (graph.input.channels, graph.input.height, graph.input.width)
    preprocessing = ImagePreprocessing(graph)
  }

  /// Returns the input, channels x height x width float32 values, made from the file at `path`.
  ///
  /// - Throws: `InputError` that names the file.
  mutating func read(_ path: String) throws(InputError) -> [Float] {
    if path.lowercased().hasSuffix(".f32") {
      let size = channels * height * width * MemoryLayout<Float>.size
      return try readInputFile(path, limit: size + 1) { bytes throws(InputError) in
        try littleEndianFloats(bytes, channels: channels, height: height, width: width)
      }
    }
    let photo = try Photo(path: path, mostPixels: mostPixels)
    if photo.isDeep { deep += 1 }
    let image = photo.image
    let input: [Float]
    do {
      input = try preprocessing(image, channels: channels, height: height, width: width)
    } catch {
      throw InputError(error.kind, file: path, error.fault)
    }
    coverage.add(
      preprocessing.placement(of: image, height: height, width: width), path: path)
    return input
  }
}
