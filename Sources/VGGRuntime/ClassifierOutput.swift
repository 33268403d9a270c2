/// The meaning of a network's last layer's values.
public enum ClassifierOutput: Hashable, Sendable {
  /// Scores of any size; probabilities are their softmax.
  case logits
  /// Probabilities: the network ends in softmax itself.
  case probabilities
}
