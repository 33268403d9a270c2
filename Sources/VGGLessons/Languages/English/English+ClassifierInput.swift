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
    The adaptive pooling layer before it outputs \(pool.height) x \(pool.width) for any input, so
    the number is the same for every image that is large enough:
    """
  }

  package func adaptivePoolingGives(_ pool: AdaptiveAvgPool2d) -> String {
    "The adaptive pooling layer at the end outputs \(pool.height) x \(pool.width) for every image that is large enough."
  }

  package func globalPoolingKeeps(_ map: MapShape) -> String {
    """
    The global pooling layer reduces each channel to one value, so the last map is \(map) for every image
    size.
    """
  }

  package func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String {
    """
    Square images from \(sides.lowerBound) to \(sides.upperBound) pixels per side have the same
    number, because rounding down drops the remaining rows and columns.
    """
  }

  package func smallestImage(_ side: Int, isDense: Bool) -> String {
    "The smallest \(isDense ? "square image that the network" : "image that the feature layers") can take is \(side) x \(side)."
  }

  package func smallestImage(_ side: Int, isDense: Bool, below window: OversizedWindow) -> String {
    let dilation = window.window.dilation
    return """
      \(smallestImage(side, isDense: isDense)) At
      \(window.imageSide) x \(window.imageSide) the map is \(window.map.height) x \(window.map.width)
      when it reaches \(window.layer), and a \(window.window.kernel.text) window\(dilation == 1 ? "" : " with dilation \(dilation.brief)") does not fit.
      """
  }

  package func sizesIntroduction(isAdaptive: Bool) -> String {
    let others =
      isAdaptive
      ? "Other sizes run through the same network; only the MACs change"
      : "Each size needs a different network, with a first fully connected layer that fits it"
    return "\(others) (* is the configured size):"
  }

  package func denseForm(of name: String, _ layer: DenseLinear, over map: MapShape) -> String {
    let inputs = layer.channels * layer.kernel.height * layer.kernel.width
    return """
      \(name) is not applied to the flattened map. It takes windows of \(grouped(inputs)) values, \(layer.channels) x
      \(layer.kernel.height) x \(layer.kernel.width), at every position of the \(map) map, like a convolution with
      stride 1 and no padding. Its weights are the same as in the flattened form, \(grouped(layer.outputs)) x
      \(grouped(inputs)), and so are those of the layers after it, which run at each position as 1x1 convolutions. The
      number of positions along a side is:
      """
  }

  package func denseScores(_ places: PlaneSize) -> String {
    let count = places.height * places.width
    guard count > 1 else {
      return "There is one position, so the scores are the same as in the flattened form."
    }
    return """
      So there are \(places.height) x \(places.width) = \(grouped(count)) score vectors, which form one map per class. The
      mean of each map is the score of its class.
      """
  }

  package func denseField(_ field: ReceptiveField) -> String {
    let size =
      field.size.isSquare
      ? "whose side is \(grouped(field.size)) pixels"
      : "of \(grouped(field.size.height)) x \(grouped(field.size.width)) pixels, height x width"
    let distance =
      field.jump.isSquare
      ? "\(grouped(field.jump)) pixels further on"
      : "\(grouped(field.jump.height)) pixels further down or \(grouped(field.jump.width)) further right"
    return """
      Each of these scores sees a part of the image, including its padding, \(size). The
      next score sees an area of the same size, \(distance).
      """
  }

  package func denseCost(_ macs: Int, crops: Int, of crop: PlaneSize, macs ofCrops: Int) -> String {
    """
    This takes \(grouped(macs)) MACs. \(grouped(crops)) crops of \(crop.height) x \(crop.width), one per position, would take
    \(grouped(ofCrops)), because each crop runs through the convolutions separately. The scores differ slightly: a crop
    is padded with zeros where the dense form sees the image around it.
    """
  }
}
