import VGGDiagnostics
import VGGFiles
import VGGFindings

extension EnglishFindings {
  /// The reason why a labels file cannot be used, and the remedy.
  ///
  /// - Parameter path: The file's path, for the command that converts it.
  package func words(for fault: LabelFault, in path: String) -> String {
    switch fault {
    case .notUTF8: "it is not UTF-8"
    case .otherFormat(let format):
      format.description(otherwise: "labels are a text file with one class name per line")
    case .unclear:
      "this is a list or a mapping in Python, JSON or YAML, but it doesn't name the classes in output order; "
        + "write one class name per line, or convert a Python dictionary: \(labelConversion(of: path))"
    case .numbering(let missing, let count):
      "this is a mapping from numbers to \(counted(count, "name")), but number \(missing) is missing; number them "
        + "from 0, or write one class name per line"
    }
  }
}
