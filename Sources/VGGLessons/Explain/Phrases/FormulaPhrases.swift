/// The phrases on the symbolic formulas, and on the loop that chains the channels.
package protocol FormulaPhrases {
  func channelLoop(imageChannels: Int) -> String
}
