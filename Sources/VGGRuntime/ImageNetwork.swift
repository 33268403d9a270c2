import VGGCompute
import VGGFiles

/// A network from one image to one output; generated types conform to it.
///
/// The requirement is the forward pass. From it follow calls with several images, and asynchronous ones:
///
/// ```swift
/// let scores = network(image)
/// let batch = network([image, another])
/// let later = await network.output(of: image)
/// ```
///
/// Any number of threads and tasks may call a network. Together they use as many threads as the process has
/// processors: a call that is alone computes on all of them, and calls at the same time share them. The results are the same
/// bit for bit.
public protocol ImageNetwork: Sendable {
  /// An image: a ``FeatureMap`` of the network's input size.
  associatedtype Input: NetworkValues
  /// The last layer's values: a ``FeatureVector`` or a ``FeatureMap``.
  associatedtype Output: NetworkValues

  /// The network's output for `image`.
  func callAsFunction(_ image: Input) -> Output
}

extension ImageNetwork {
  /// The output for each image, in the same order, equal to that of a call with this image alone.
  ///
  /// The layers and their plans are those of a single image. As many images are computed at the same time as the process
  /// has processors, and only the maps of those are in memory. Returns when all are done.
  public func callAsFunction(_ images: [Input]) -> [Output] {
    concurrentResults(images.count, threads: KernelWorkspace.threads) { self(images[$0]) }
  }

  /// The network's output for `image`, computed outside the caller's actor, which is free meanwhile.
  ///
  /// For several images, call it from several tasks: `async let`, or a task group.
  @concurrent public func output(of image: Input) async -> Output { self(image) }
}
