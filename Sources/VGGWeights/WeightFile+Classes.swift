#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension WeightFile {
  /// The metadata key for the names of the classes, a JSON list in the order of the outputs.
  package static var classesKey: String { "classes" }

  /// The names of the classes that the weights were trained on, in the order of the outputs; `nil`
  /// if the file does not have them.
  ///
  /// - Throws: `WeightError` if they are not a list of names.
  package func classes() throws(WeightError) -> [String]? {
    guard let text = metadata[Self.classesKey] else { return nil }
    guard let classes = try? JSONDecoder().decode([String].self, from: Data(text.utf8)) else {
      throw WeightError(
        .malformed, file: path,
        "its metadata's \(quoted(Self.classesKey)) is not a JSON list of names: \(quoted(text))")
    }
    return classes
  }

  /// The part of the metadata that has the names.
  package var classesMetadata: [String: String] {
    metadata.filter { $0.key == Self.classesKey }
  }

  /// The metadata that ``classes()`` reads.
  package static func metadata(classes: [String]) -> [String: String] {
    [classesKey: "[" + classes.map(jsonString).joined(separator: ",") + "]"]
  }
}
