/// The reasons why a path is not written that vggc finds before the system does, each with its text in English.
///
/// A phrasebook of another language recognises them by that text, among the system's reasons.
package enum WritingObstacle: String, Sendable {
  case readOnly = "it is read-only; make it writable with chmod u+w"
  case exists = "it already exists; choose another folder, or remove it"
  case endingSlash = "it ends in a slash, like a folder's name; use a file name"
  case emptyName = "its name is empty"
  case folder = "it is a folder"
  case linkLoop = "its links form a loop"
  case interruption = "it was interrupted"
  /// A file where a folder is needed.
  case file = "a file has that name"
  /// The text to write could not be generated.
  case content = "its text cannot be generated"

  /// The start of the reason if a folder on the way to a file is missing and cannot be created; the folder's path and its own
  /// reason follow.
  package static let missingFolder = "cannot create the folder "
}
