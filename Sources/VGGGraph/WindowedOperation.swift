import VGGSpec

/// A layer kind that slides a window over its map: convolution and pooling.
protocol WindowedOperation: LayerOperation {
  var window: Window { get }
  /// The channels of the output for those of the input.
  func outputChannels(for channels: Int) -> Int
}

extension WindowedOperation {
  package var slidingWindow: Window? { window }

  package func outputChannels(for channels: Int) -> Int { channels }

  package func output(for input: Shape) -> Shape? {
    guard case .map(let map) = input, let height = window.outputSize(map.height),
      let width = window.outputSize(map.width)
    else { return nil }
    return .map(
      MapShape(channels: outputChannels(for: map.channels), height: height, width: width))
  }

  package func sizeFormulas(for input: Shape) -> [String] {
    guard case .map(let map) = input else { return [] }
    let axes = map.height == map.width ? [map.height] : [map.height, map.width]
    return axes.compactMap(window.formula)
  }

  package func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect {
    .slides(window)
  }
}
