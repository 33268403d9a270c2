import VGGSpec

/// The text of a configuration to start from, with comments on the possible changes.
enum StartingConfiguration {
  /// - Parameters:
  ///   - name: The model's name.
  ///   - base: The configuration to start from; a separate small network if `nil`.
  ///   - schema: The place where editors find the JSON Schema.
  static func text(name: String, from base: BuiltInConfiguration?, schema: String) -> String {
    """
    # yaml-language-server: $schema=\(schema)
    # `vggc check` reports errors in this file, and `vggc summary` shows every layer with its arithmetic.
    name: \(quoted(name))

    \(base.map(extending) ?? network)
    """
  }

  private static let network = """
    # The image: channels, height, width.
    input: [3, 32, 32]

    # The layers in order: 64 is a 3x3 convolution with 64 output channels and a ReLU, M is 2x2 max pooling.
    features: [
      64, 64, M,
      128, 128, M,
      256, 256, M,
    ]

    # Batch normalisation between each convolution and its ReLU.
    batch_norm: true

    # The fully connected layers, which take the last feature map, 256 x 4 x 4. `hidden: []` leaves one layer.
    classifier:
      hidden: [512]
      dropout: 0.5
      classes: 10

    # The names of the classes, one per class, or a file with one name per line.
    # labels: [cat, dog, …]

    # Limits on the network's size and cost.
    # limits: {parameters: 4M, macs: 200M}

    """

  private static func extending(_ base: BuiltInConfiguration) -> String {
    """
    # Everything not listed here is the same as in configuration \(base.name): `vggc summary \(base.name)`.
    extends: \(base.name)

    # The differences. `hidden` and `dropout` can also be set.
    classifier:
      classes: 10

    # A different image size: channels, height, width.
    # input: [3, 224, 224]

    """
  }

  /// The name in double quotes, which formatting removes if they are not needed.
  private static func quoted(_ name: String) -> String {
    let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
