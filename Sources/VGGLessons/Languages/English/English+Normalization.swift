import VGGDiagnostics
import VGGGraph

extension English {
  package func sumOfSquares(overChannels size: Int) -> String {
    "sum of squares over \(size) channels"
  }

  package func twoAlphas(of norm: LocalResponseNorm, factor: String) -> String {
    """
    Two conventions share the letter alpha. Krizhevsky's paper, whose numbers VGG's takes over
    (n 5, alpha 1e-4, beta 0.75, k 2), multiplies the plain sum by alpha. PyTorch, ONNX and
    Caffe divide alpha by the size first, and so does this language. Here alpha is
    \(plain(norm.alpha)) and the size \(norm.size), so a square counts
    \(plain(norm.alpha))/\(norm.size) = \(factor), which is what Krizhevsky
    would call alpha. Whoever copies his 1e-4 into one of those tools gets a normalisation
    five times too weak, as happened to Caffe's reference AlexNet (BVLC/caffe issue 1453).
    """
  }

  package func normAfterOther(named layer: String, after previous: String) -> String {
    """
    \(layer) follows \(previous), not a convolution: it cannot be folded into weights, and runs by itself at
    inference as well. After ReLU it makes some values negative again, which the next convolution sees.
    """
  }

  package func batchNormalization(of norm: BatchNorm2d, named layer: String) -> String {
    """
    The paper of 2014 has none; torchvision's _bn variants put one after every convolution.
    While training, each channel is shifted and scaled to mean 0 and variance 1 over the
    batch, then scaled and shifted by two learned numbers: 2 * \(norm.channels) =
    \(grouped(2 * norm.channels)) parameters in \(layer). At inference, running
    averages of mean and variance take the batch's place. They are stored in the file of
    weights but not learned, so no count of parameters has them. All four numbers of a channel
    are constant then, and can be folded into the convolution before it; that is why they cost
    no MACs here.
    """
  }
}
