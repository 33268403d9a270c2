import VGGData
import VGGGraph
import VGGRuntime

/// Reads photos and raw inputs as a network takes them.
struct PhotoReader {
  private let channels: Int
  private let height: Int
  private let width: Int
  private let preprocessing: ImagePreprocessing

  init(_ graph: ModelGraph) {
    (channels, height, width) = (graph.input.channels, graph.input.height, graph.input.width)
    preprocessing = ImagePreprocessing(graph)
  }

  /// The input, channels x height x width float32 values, that the file at `path` becomes.
  ///
  /// - Throws: `InputError` that names the file.
  func read(_ path: String) throws(InputError) -> [Float] {
    if path.lowercased().hasSuffix(".f32") {
      let size = channels * height * width * MemoryLayout<Float>.size
      return try readInputFile(path, limit: size + 1) { bytes throws(InputError) in
        try littleEndianFloats(bytes, channels: channels, height: height, width: width)
      }
    }
    let image = try Photo(path: path).image
    do {
      return try preprocessing(image, channels: channels, height: height, width: width)
    } catch {
      throw InputError(error.kind, file: path, error.reason)
    }
  }
}
