import VGGDiagnostics
import VGGGraph

extension English {
  package func sumOfSquares(overChannels size: Int) -> String {
    "sum of squares over \(size) channels"
  }

  package func twoAlphas(of norm: LocalResponseNorm, factor: String) -> String {
    """
    Two conventions use the letter alpha. Krizhevsky's paper, whose values the VGG paper adopts
    (n 5, alpha 1e-4, beta 0.75, k 2), multiplies the plain sum by alpha. PyTorch, ONNX and
    Caffe divide alpha by the size first, and so does vggc. Here alpha is
    \(plain(norm.alpha)) and the size is \(norm.size), so each square is multiplied by
    \(plain(norm.alpha))/\(norm.size) = \(factor), which Krizhevsky
    would call alpha. Copying his 1e-4 into one of those tools makes LRN
    five times too weak, as happened in Caffe's reference AlexNet (BVLC/caffe issue 1453).
    """
  }

  package func normAfterOther(named layer: String, after previous: String) -> String {
    """
    \(layer) follows \(previous), not a convolution: it cannot be folded into weights, and runs separately even at
    inference. After ReLU it makes some values negative again, and the next convolution sees them.
    """
  }

  package func batchNormalization(of norm: BatchNorm2d, named layer: String) -> String {
    """
    The 2014 paper does not use batch normalisation; torchvision's _bn variants add a layer of it
    after every convolution. During training, each channel is shifted and scaled to mean 0 and
    variance 1 over the batch, then scaled and shifted by two learned numbers: 2 * \(norm.channels) =
    \(grouped(2 * norm.channels)) parameters in \(layer). At inference, running averages
    replace the batch's mean and variance. They are stored in the weight file but not learned, so
    parameter counts do not include them. All four numbers of a channel are then constant and can be
    folded into the convolution before it; that is why they cost no MACs here.
    """
  }
}
