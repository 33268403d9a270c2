import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func otherSizesIntroduction(_ layer: String, plane: PlaneSize) -> String {
    """
    The convolutions work at any image size: their kernels are the same for every map they slide
    over. \(layer) does not: it has weights for each position of the \(plane.text)
    map. There are three ways to handle other sizes.
    """
  }

  package func flattenAsItIs(_ layer: String, image: MapShape, plane: PlaneSize) -> String {
    """
    Flatten the map as it is, which makes a different network. \(layer) gets as many inputs as the
    map has values. It can be built, but weights that were trained at \(image.height) x
    \(image.width) do not fit it, unless the map happens to be \(plane.text) again. If the
    configuration states a number that does not fit, vggc reports it (linear-input-mismatch).
    """
  }

  package func adaptiveWay(of pool: AdaptiveAvgPool2d?, map: MapShape) -> String {
    """
    Adaptive pooling, as in torchvision: AdaptiveAvgPool2d((7, 7)) before flatten turns every
    map into 7 x 7, so the weights of the classifier always fit. A 7 x 7 map passes unchanged. A
    larger map is averaged over bins of rows and columns, which may overlap and differ in size if
    the map is not a multiple of 7 x 7. In a smaller map, values are repeated. The network runs at
    any size that its pooling layers allow, but sees objects at a scale that it was not trained
    for. \(adaptiveHere(pool, map))
    """
  }

  private func adaptiveHere(_ pool: AdaptiveAvgPool2d?, _ map: MapShape) -> String {
    guard let pool else {
      return """
        This network has no such layer (avgpool: none); the bins in the table are those of a layer that
        outputs the network's own \(map.height) x \(map.width).
        """
    }
    return "This network has such a layer; it outputs \(pool.height) x \(pool.width)."
  }

  package func denseWay(
    _ layer: String, channels: Int, outputs: Int, plane: PlaneSize, isAdaptive: Bool
  ) -> String {
    """
    The dense form, which the paper uses for testing (section 3.2): \(layer) becomes a
    \(plane.text) convolution with \(counted(channels, "channel")) in and
    \(grouped(outputs)) out, and the later fully connected layers become 1x1 convolutions. No
    weight changes; on a map of \(plane.text) the result is the same. On a larger map the
    \(plane.text) kernel fits at several positions, and the result is a map of scores, which is
    averaged to one score per class. The kernel does not fit on a map smaller than \(plane.text).
    \(isAdaptive ? "The dense form leaves out adaptive pooling." : "")
    """
  }

  package func bins(to plane: PlaneSize) -> String { "bins to \(plane.text)" }
}
