import VGGSpec

/// Finds the class that a user names.
package enum ClassNumber {
  /// The number of the class that `text` names: by its label, by a part of a label that lists several names, or by
  /// number.
  ///
  /// For example, `tabby` names the class labelled `tabby, tabby cat`.
  ///
  /// - Parameters:
  ///   - labels: The classes' labels in order; empty if they are not known.
  ///   - count: The number of classes.
  package static func named(
    _ text: String, labels: [String], count: Int
  ) throws(InsightError) -> Int {
    for spelling in [{ $0 }, { $0.lowercased() }] as [(String) -> String] {
      let wanted = spelling(text)
      let whole = labels.indices.filter { spelling(labels[$0]) == wanted }
      if whole.count > 1 { throw .ambiguousClass(text, whole) }
      if let index = whole.first { return index }
      let matches = labels.indices.filter { names(in: labels[$0]).map(spelling).contains(wanted) }
      if matches.count > 1 { throw .ambiguousClass(text, matches) }
      if let match = matches.first { return match }
    }
    if let number = Int(text), (0..<count).contains(number) { return number }
    let known = labels + labels.flatMap { names(in: $0) }
    let nearest = nearestName(to: text, among: Array(Set(known)).sorted())
    throw .unknownClass(text, nearest: nearest, count: count, areNamed: !labels.isEmpty)
  }

  /// The names that a label lists, separated by commas; empty if it is one name.
  private static func names(in label: String) -> [String] {
    let parts = label.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return parts.count > 1 ? parts : []
  }
}
