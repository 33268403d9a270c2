/// A remark on the file of packed weights, for the user.
package enum PackedWeightsRemark: Hashable, Sendable {
  /// The file at this path is damaged or from another version of vgg, so the weights are packed again.
  case damaged(String)
  /// The file at this path could not be written, for the system's reason.
  case unwritten(String, reason: String)
}
