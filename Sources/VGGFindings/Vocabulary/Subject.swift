/// The subject to which a value belongs.
package enum Subject: Hashable, Sendable {
  package enum Side: Hashable, Sendable {
    case channels
    case height
    case width
  }

  /// The value of this key: `kernel`, `limits.macs`.
  case key(String)
  /// One of the numbers of a size: `input height`.
  case side(Side, of: String)
  /// An entry of `features`.
  case feature
  case outputChannels
  case classifierLayer
  case hiddenLayer
  case linearOutputs
  case label
  /// The name of a layer.
  case layerName
  case rateOfEpoch
  case step
  case beta
}
