import VGGFiles

/// The reason that a file of labels holds no class names.
package enum LabelFault: Error, Hashable, Sendable {
  case notUTF8
  /// It is a file of another kind.
  case otherFormat(FileFormat)
  /// A list or a mapping of Python, JSON or YAML that does not name the classes from 0 on.
  case unclear
  /// Numbered names of which one is missing.
  case numbering(missing: Int, count: Int)
}
