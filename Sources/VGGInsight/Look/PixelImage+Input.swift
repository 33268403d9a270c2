import VGGData
import VGGFiles
import VGGGraph
import VGGRuntime

extension PixelImage {
  /// The picture that a network's input shows: normalised values turned back into samples.
  ///
  /// For an input with neither one channel nor three, the mean of the channels, from black for the least to white for the
  /// largest.
  init(input values: [Float], of graph: ModelGraph) {
    let (channels, area) = (graph.input.channels, graph.input.height * graph.input.width)
    guard channels == 1 || channels == 3 else {
      let means = (0..<area).map { place in
        (0..<channels).reduce(Float(0)) { $0 + values[$1 * area + place] } / Float(channels)
      }
      self.init(
        width: graph.input.width, height: graph.input.height, channels: 1,
        checked: greySamples(of: means))
      return
    }
    let preprocessing = ImagePreprocessing(graph)
    var samples = [UInt8](repeating: 0, count: values.count)
    for channel in 0..<channels {
      let (mean, deviation) = (preprocessing.mean[channel], preprocessing.deviation[channel])
      for place in 0..<area {
        let value = (values[channel * area + place] * deviation + mean) * 255
        samples[place * channels + channel] = sample(Double(value))
      }
    }
    self.init(
      width: graph.input.width, height: graph.input.height, channels: channels, checked: samples)
  }

  /// A channel of a map in grey: the least value is black, the largest white.
  init(_ values: ArraySlice<Float>, width: Int, height: Int) {
    self.init(width: width, height: height, channels: 1, checked: greySamples(of: values))
  }
}

/// Values from 0 for the least to 255 for the largest; if they are equal, all 255 if they are positive, else all 0.
private func greySamples(of values: some Collection<Float>) -> [UInt8] {
  let (least, largest) = (values.min() ?? 0, values.max() ?? 0)
  // In double precision, in which the distance of two float32 numbers is finite.
  let distance = Double(largest) - Double(least)
  return values.map { value in
    distance > 0
      ? sample((Double(value) - Double(least)) / distance * 255) : value > 0 ? 255 : 0
  }
}

/// The sample nearest to a value.
func sample(_ value: Double) -> UInt8 { UInt8(clamping: Int(clamping: value.rounded())) }
