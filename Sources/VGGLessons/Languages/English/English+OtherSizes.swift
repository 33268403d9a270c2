import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func otherSizesIntroduction(_ layer: String, plane: PlaneSize) -> String {
    """
    The convolutions do not care for the image's size: they have the same kernels whatever they
    slide over. \(layer) does care, for it has one weight for each place of the \(plane.text)
    map. There are three ways to go on.
    """
  }

  package func flattenAsItIs(_ layer: String, image: MapShape, plane: PlaneSize) -> String {
    """
    Flatten as it is, and make another network. \(layer) gets as many inputs as the map has
    values. It can be built, but weights that were trained at \(image.height) x
    \(image.width) do not fit it, unless the map happens to be \(plane.text) again. vggc
    reports a stated number that does not fit (linear-input-mismatch).
    """
  }

  package func adaptiveWay(of pool: AdaptiveAvgPool2d?, map: MapShape) -> String {
    """
    Adaptive pooling, torchvision's way: AdaptiveAvgPool2d((7, 7)) before flatten turns every
    map into 7 x 7, so that the weights of the classifier always fit. A 7 x 7 map passes
    unchanged; of a larger one, bins of rows and columns are averaged, which may overlap and
    differ in size where it does not divide; of a smaller one, values are repeated. The network
    runs at any size that its pooling layers allow, but sees at a scale that it was not trained
    for. \(adaptiveHere(pool, map))
    """
  }

  private func adaptiveHere(_ pool: AdaptiveAvgPool2d?, _ map: MapShape) -> String {
    guard let pool else {
      return """
        This network has no such layer (avgpool: none); the table's bins are those of one to its own
        \(map.height) x \(map.width).
        """
    }
    return "This network has one, to \(pool.height) x \(pool.width)."
  }

  package func denseWay(
    _ layer: String, channels: Int, outputs: Int, plane: PlaneSize, isAdaptive: Bool
  ) -> String {
    """
    The dense form, the paper's way of testing (section 3.2): \(layer) is read as a convolution
    of \(plane.text) with \(counted(channels, "channel")) in and
    \(grouped(outputs)) out, and the later fully connected layers as 1x1 convolutions. Not one
    weight changes; on a map of \(plane.text) the result is the same. On a larger map the
    \(plane.text) kernel finds several places, and the result is a map of scores, which is
    averaged to one score a class. A map smaller than \(plane.text) has no place for it.
    \(isAdaptive ? "The dense form leaves adaptive pooling out." : "")
    """
  }

  package func bins(to plane: PlaneSize) -> String { "bins to \(plane.text)" }
}
