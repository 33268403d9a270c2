/// The order of parts that import each other, without circles: the importing ones first.
struct ImportOrder<Part: Hashable> {
  let parts: [Part]
  private let imports: [Part: Set<Part>]

  /// - Parameter imports: The parts that each part imports; parts that are not listed in `parts` are ignored.
  init(_ parts: [Part], imports: (Part) -> Set<Part>) {
    self.parts = parts
    self.imports = Dictionary(
      uniqueKeysWithValues: parts.map { ($0, imports($0).intersection(parts)) })
  }

  /// The imports of a part that do not follow from its other imports.
  func direct(of part: Part) -> [Part] {
    let imported = imports[part, default: []]
    let indirect = imported.map(reachable).reduce(into: Set<Part>()) { $0.formUnion($1) }
    return parts.filter { imported.contains($0) && !indirect.contains($0) }
  }

  /// The parts that import `part`, except those that also import it indirectly.
  func importers(of part: Part) -> [Part] {
    parts.filter { direct(of: $0).contains(part) }
  }

  /// All parts that a part imports directly or indirectly.
  func reachable(from part: Part) -> Set<Part> {
    let imported = imports[part, default: []]
    return imported.map(reachable).reduce(into: imported) { $0.formUnion($1) }
  }

  /// The length of the longest chain of imports that ends at the part; 0 if no part imports it.
  func level(of part: Part) -> Int {
    importers(of: part).map { level(of: $0) + 1 }.max() ?? 0
  }

  /// The parts of each level.
  var levels: [[Part]] {
    let last = parts.map(level).max() ?? -1
    return (0...max(last, 0)).map { number in parts.filter { level(of: $0) == number } }
  }
}
