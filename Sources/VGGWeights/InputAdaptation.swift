/// A first convolution adapted to images with other channels than those that it was trained on.
///
/// From three channels to one, the kernels are summed: a grey photo produces the same maps as the photo with its grey
/// as red, green and blue (timm's `adapt_input_conv` does the same). From three to four, the new channel's kernels are
/// 0: the maps are those of the three.
package struct InputAdaptation: Hashable, Sendable {
  /// torchvision's name of the weight.
  package let name: String
  /// The weight's extents in the file.
  let shape: [Int]
  /// The channels of the images.
  package let from: Int
  package let to: Int

  /// `nil` if there is no rule for it.
  init?(_ file: TensorDescription, to network: TensorDescription) {
    guard file.shape.count == 4, network.shape.count == 4, file.shape[1] == 3,
      [1, 4].contains(network.shape[1]), file.shape[0] == network.shape[0],
      file.shape[2...] == network.shape[2...]
    else { return nil }
    (name, shape) = (file.name, file.shape)
    (from, to) = (file.shape[1], network.shape[1])
  }

  /// The rule, for the user.
  package var inWords: String {
    "\(name) is adapted from \(from) channels to \(to): "
      + (to < from
        ? "the sum of the three, as if a grey photo were repeated as red, green and blue"
        : "the fourth starts at zero")
  }

  /// The values for the network.
  func values(of tensor: WeightTensor) -> WeightTensor {
    let (outputs, area) = (shape[0], shape[2] * shape[3])
    var values = [Float](repeating: 0, count: outputs * to * area)
    tensor.withUnsafeValues { source in
      for output in 0..<outputs {
        for channel in 0..<from {
          let target = (output * to + min(channel, to - 1)) * area
          for place in 0..<area {
            values[target + place] += source[(output * from + channel) * area + place]
          }
        }
      }
    }
    return WeightTensor(values, shape: [outputs, to, shape[2], shape[3]])
  }
}
