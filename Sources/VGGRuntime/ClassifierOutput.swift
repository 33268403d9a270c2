/// The meaning of a network's last layer's values.
public enum ClassifierOutput: Hashable, Sendable {
  /// Scores of any size; probabilities are their softmax.
  case logits
  /// Probabilities: the network itself ends in softmax.
  case probabilities
}
