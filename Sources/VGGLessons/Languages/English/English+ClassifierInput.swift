import VGGDiagnostics
import VGGGraph

extension English {
  package var classifierInputHeading: String { "Where the classifier's input comes from" }

  package var flatteningMeaning: String {
    """
    flatten lays the last map out as one vector, channel by channel and row by row, so it has as
    many values as the map:
    """
  }

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

  package var mapBeforeAdaptivePooling: String {
    "What it takes follows from the image's H rows and W columns; it is a map of"
  }

  package var noClosedFormula: String {
    """
    This network's layers do not follow one closed formula in the image's size, for rounding
    up (ceil) or a window at the edge makes exceptions; the table below has the layers' own
    arithmetic.
    """
  }

  package var closedFormula: String {
    """
    For an image of H rows and W columns every layer's formula can be put into the next one's.
    Rounding down twice is the same as rounding down once, floor(floor(n/a)/b) = floor(n/(a*b)),
    so a single formula is left:
    """
  }

  package var flattenedVariable: String { "flattened" }

  package func sidesWithSameMap(_ sides: ClosedRange<Int>) -> String {
    """
    Square images from \(sides.lowerBound) to \(sides.upperBound) pixels a side give the same
    number, since rounding down leaves the remaining rows and columns out.
    """
  }

  package func smallestImage(_ side: Int) -> String {
    "The smallest image that the feature layers can take is \(side) x \(side)."
  }

  package func smallestImage(_ side: Int, below misfit: Misfit) -> String {
    """
    \(smallestImage(side)) At
    \(misfit.imageSide) x \(misfit.imageSide) the map is \(misfit.mapSide) x \(misfit.mapSide)
    when it comes to \(misfit.layer), and a \(misfit.kernel)x\(misfit.kernel) window does not fit.
    """
  }

  package func sizesIntroduction(isAdaptive: Bool) -> String {
    let others =
      isAdaptive
      ? "Other sizes run through the same network; only the MACs change"
      : "Other sizes make other networks, each with a first fully connected layer to fit"
    return "\(others) (* is the size configured):"
  }

  package var sizeColumns: SizeColumns {
    .init(
      image: "image", lastMap: "last map", classifierInput: "FC input", firstLinear: "first FC",
      parameters: "all parameters", macs: "MACs")
  }
}
