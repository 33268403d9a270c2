import VGGCompilation
import VGGDiagnostics

/// The sizes of the slider at which the network works.
struct SizesAnswer: Encodable {
  let bands: [Band]

  /// A range of sizes with the same result, as image heights in pixels.
  struct Band: Encodable {
    let from: Int
    var to: Int
    let works: Bool
  }

  /// - Throws: ``ClientLeft`` before the next size is checked.
  init(
    _ request: CompileRequest, for client: ClientPresence, pipeline: CompilerPipeline,
    fileName: String
  ) throws(ClientLeft) {
    let file = SourceFile(name: fileName, text: request.text)
    var bands: [Band] = []
    let subject = SliderSubject(file, model: request.model ?? 0, pipeline: pipeline)
    for (side, works) in try subject.works(for: client) {
      if bands.last?.works == works {
        bands[bands.count - 1].to = side
      } else {
        bands.append(Band(from: side, to: side, works: works))
      }
    }
    self.bands = bands
  }
}
