/// The formulas in letters, and the loop that chains the channels.
package protocol FormulaPhrases {
  var formulasHeading: String { get }
  var slidingWindow: String { get }
  var sizeFormula: [String] { get }
  /// What `ceil: true` changes.
  var roundingUp: String { get }
  var convolutionCosts: String { get }
  var convolutionFormulas: [String] { get }
  var fullyConnectedCosts: String { get }
  var fullyConnectedFormulas: [String] { get }
  var channelLoopHeading: String { get }
  func channelLoop(imageChannels: Int) -> String
}
