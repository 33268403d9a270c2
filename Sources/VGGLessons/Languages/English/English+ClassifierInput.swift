import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func share(
    of layer: String, _ linear: Linear, parameters: Int, percent: Int, of all: Int
  ) -> String {
    "\(layer) has a weight from each of them to each of its \(grouped(linear.outputs)) outputs: "
      + "\(grouped(parameters)) parameters\(linear.bias ? " with the biases" : ""), "
      + "\(percent)% of the network's \(grouped(all))."
  }

  package func adaptivePoolingKeeps(_ pool: AdaptiveAvgPool2d) -> String {
    """
    The adaptive pooling before it gives \(pool.height) x \(pool.width) whatever it takes, so
    the number is the same for every image that is large enough:
    """
  }

  package func adaptivePoolingGives(_ pool: AdaptiveAvgPool2d) -> String {
    "The adaptive pooling at the end gives \(pool.height) x \(pool.width) for every image that is large enough."
  }

  package func globalPoolingKeeps(_ map: MapShape) -> String {
    """
    The global pooling makes one value of each channel, so the last map is \(map) whatever the size of the
    image.
    """
  }

  package func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String {
    """
    Square images from \(sides.lowerBound) to \(sides.upperBound) pixels a side give the same
    number, since rounding down leaves the remaining rows and columns out.
    """
  }

  package func smallestImage(_ side: Int) -> String {
    "The smallest image that the feature layers can take is \(side) x \(side)."
  }

  package func smallestImage(_ side: Int, below window: OversizedWindow) -> String {
    let dilation = window.window.dilation
    return """
      \(smallestImage(side)) At
      \(window.imageSide) x \(window.imageSide) the map is \(window.map.height) x \(window.map.width)
      when it comes to \(window.layer), and a \(window.window.kernel.text) window\(dilation == 1 ? "" : " with dilation \(dilation.brief)") does not fit.
      """
  }

  package func sizesIntroduction(isAdaptive: Bool) -> String {
    let others =
      isAdaptive
      ? "Other sizes run through the same network; only the MACs change"
      : "Other sizes make other networks, each with a first fully connected layer to fit"
    return "\(others) (* is the size configured):"
  }

  package func denseForm(of name: String, _ layer: DenseLinear, over map: MapShape) -> String {
    let inputs = layer.channels * layer.kernel.height * layer.kernel.width
    return """
      \(name) is not applied to the flattened map. It takes windows of \(grouped(inputs)) values, \(layer.channels) x
      \(layer.kernel.height) x \(layer.kernel.width), at every place of the \(map) map, as a convolution with
      stride 1 and no padding. Its weights are the same as in the flattened form, \(grouped(layer.outputs)) x
      \(grouped(inputs)), and so are those of the layers after it, which run at each place as 1x1 convolutions. The
      number of places along a side is:
      """
  }

  package func denseScores(_ places: PlaneSize) -> String {
    let count = places.height * places.width
    guard count > 1 else {
      return "There is one place, so the scores are those of the flattened form."
    }
    return """
      So there are \(places.height) x \(places.width) = \(grouped(count)) vectors of scores: a map for each class. The
      mean of each map is the score of the class.
      """
  }

  package func denseField(_ field: ReceptiveField) -> String {
    """
    Each of these scores sees a part of the image, with its padding, whose side is \(grouped(field.size)) pixels. The next one
    sees as much, \(grouped(field.jump)) pixels further.
    """
  }

  package func denseCost(_ macs: Int, crops: Int, side: Int, macs ofCrops: Int) -> String {
    """
    This takes \(grouped(macs)) MACs. \(grouped(crops)) crops of \(side) x \(side), one for each place, would take
    \(grouped(ofCrops)), since each runs through the convolutions on its own. The scores differ a little: a crop has
    zeros around it where the dense form sees the image.
    """
  }
}
