import VGGDiagnostics
import VGGFindings
import VGGGraph

/// Compares the names of class folders, in the order of their indices, with a network.
///
/// If none of the labels is a folder's name, they are taken to be other words for the classes.
///
/// - Parameters:
///   - data: The folder's name, for the message.
///   - empty: The class folders without a photo.
/// - Returns: `nil` if there are as many outputs as folders, and the labels do not contradict
///   them.
package func checkClasses(
  _ classes: [String], of data: String, empty: [String] = [], fit graph: ModelGraph
) -> Diagnostic? {
  guard classes.count == graph.output.elementCount else {
    return .classCountMismatch(classes, data: data, empty: empty, graph)
  }
  guard let labels = graph.labels, let range = graph.labelsRange, labels != classes,
    !Set(labels).isDisjoint(with: classes)
  else { return nil }
  return .labelsMismatch(labels, classes, data: data, at: range)
}

extension Diagnostic {
  fileprivate static func classCountMismatch(
    _ classes: [String], data: String, empty: [String], _ graph: ModelGraph
  ) -> Diagnostic {
    let last = graph.layers.last { $0.kind.group == .linear }
    let place = last ?? graph.layers[graph.layers.count - 1]
    return Diagnostic(
      DataMismatch.count(
        folders: classes, of: data, outputs: graph.output.elementCount, empty: empty),
      at: place.range)
  }

  fileprivate static func labelsMismatch(
    _ labels: [String], _ classes: [String], data: String, at range: SourceRange
  ) -> Diagnostic {
    let index = zip(labels, classes).prefix { $0 == $1 }.count
    return Diagnostic(
      DataMismatch.label(
        labels[index], index: index, folder: classes[index], of: data,
        isReordered: labels.sorted() == classes.sorted(), folders: classes),
      at: range)
  }
}
