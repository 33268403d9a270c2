/// The formulas in letters, and the loop that chains the channels.
package protocol FormulaPhrases {
  func channelLoop(imageChannels: Int) -> String
}
