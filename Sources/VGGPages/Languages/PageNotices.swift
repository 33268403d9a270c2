/// The texts of the playground's scripts, by the names that the scripts use.
package struct PageNotices: Encodable, Sendable {
  let saved: String
  let downloaded: String
  let copied: String
  let copyByHand: String
  let linkOpened: String
  let exampleOpened: String
  let badLink: String
  let textTooLong: String
  let noKey: String
  let noServer: String
  let why: String
  let error: String
  let warning: String
  let works: String
  let stops: String
  let unsaved: String
  let loseChanges: String
}
