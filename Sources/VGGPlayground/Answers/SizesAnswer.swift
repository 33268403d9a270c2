import VGGCompiler
import VGGDiagnostics

/// At which sizes of the slider the network works.
struct SizesAnswer: Encodable {
  let bands: [Band]

  /// Neighbouring sizes that are alike, in pixels along the image's height.
  struct Band: Encodable {
    let from: Int
    var to: Int
    let works: Bool
  }

  init(_ request: CompileRequest, pipeline: CompilerPipeline, fileName: String) {
    let file = SourceFile(name: fileName, text: request.text)
    var bands: [Band] = []
    let subject = SliderSubject(file, model: request.model ?? 0, pipeline: pipeline)
    for (side, works) in subject.works {
      if bands.last?.works == works {
        bands[bands.count - 1].to = side
      } else {
        bands.append(Band(from: side, to: side, works: works))
      }
    }
    self.bands = bands
  }
}
