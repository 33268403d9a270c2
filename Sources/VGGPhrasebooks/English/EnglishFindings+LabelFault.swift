import VGGDiagnostics
import VGGFiles
import VGGFindings

extension EnglishFindings {
  /// The reason why a labels file cannot be used, and the remedy.
  ///
  /// - Parameter path: the file's path, for the command that converts it.
  package func words(for fault: LabelFault, in path: String) -> String {
    switch fault {
    case .notUTF8: "it is not UTF-8"
    case .otherFormat(let format):
      format.description(otherwise: "labels are a text with one class name on each line")
    case .unclear:
      "this is a list or a mapping of Python, JSON or YAML, but not one of names in the order of the outputs; "
        + "write one class name on each line, or, of a dictionary of Python: \(labelConversion(of: path))"
    case .numbering(let missing, let count):
      "this is a mapping of \(counted(count, "name")) by number, but there is none for \(missing); number them "
        + "from 0 on, or write one class name on each line"
    }
  }
}
