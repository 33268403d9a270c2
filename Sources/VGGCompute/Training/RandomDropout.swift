import VGGKernels

/// Dropout in training: a share of the values becomes zero, and the others are scaled up to keep the mean.
///
/// Its gradient is dropout with the same key.
package struct RandomDropout: ElementwiseOperation {
  private let dropout: vgg_dropout

  /// - Parameters:
  ///   - key: the source of the random numbers.
  ///   - probability: the share, from 0 up to, not including, 1.
  package init(key: UInt64, probability: Double) {
    dropout = vgg_dropout(key: key, probability: probability)
  }

  package func run(on team: Team, from input: BlockedTensor, to output: BlockedTensor) {
    var dropout = dropout
    team.call({ vgg_dropout_blocked($0, &dropout, $1, $2, $3, $4) }, input, to: output)
  }

  package func run(
    on team: Team, count: Int, from input: UnsafePointer<Float>,
    to output: UnsafeMutablePointer<Float>
  ) {
    var dropout = dropout
    vgg_dropout_plain(team.pointer, &dropout, count, input, output)
  }
}
