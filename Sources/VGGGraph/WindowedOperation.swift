import VGGSpec

/// A layer kind that slides a window over its map: convolution and pooling.
protocol WindowedOperation: LayerOperation {
  var window: Window { get }
  /// The number of output channels for a number of input channels.
  func outputChannels(for channels: Int) -> Int
}

extension WindowedOperation {
  package var slidingWindow: Window? { window }

  package func outputChannels(for channels: Int) -> Int { channels }

  package func output(for input: Shape) -> Shape? {
    guard case .map(let map) = input, let plane = window.output(of: map.plane) else { return nil }
    return .map(
      MapShape(
        channels: outputChannels(for: map.channels), height: plane.height, width: plane.width))
  }

  package func sizeFormulas(for input: Shape) -> [String] {
    guard case .map(let map) = input else { return [] }
    return window.formulas(map.plane)
  }

  package func receptiveFieldEffect(on input: Shape) -> ReceptiveFieldEffect {
    .slides(window)
  }
}
