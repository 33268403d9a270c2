/// The difference between two texts as a unified diff with three lines of context; empty if they are
/// equal.
package func unifiedDiff(of old: String, and new: String, name: String) -> String {
  let changes = lineChanges(from: lines(of: old), to: lines(of: new))
  let hunks = hunks(of: changes)
  guard !hunks.isEmpty else { return "" }
  return "--- \(name)\n+++ \(name)\n" + hunks.map(text(of:)).joined()
}

/// A line that is unchanged, removed or added, with its number (from 1) in both texts.
private struct LineChange {
  enum Kind: Character {
    case same = " "
    case removed = "-"
    case inserted = "+"
  }

  let kind: Kind
  let text: Substring
  let oldLine: Int
  let newLine: Int
}

/// The lines without their line feeds; one at the very end starts no further line.
private func lines(of text: String) -> [Substring] {
  // CR and LF together are one `Character`, so lines are split at the scalar.
  var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    .map { Substring($0) }
  if lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

private func lineChanges(from old: [Substring], to new: [Substring]) -> [LineChange] {
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var changes: [LineChange] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    let kind: LineChange.Kind =
      removed.contains(i) ? .removed : inserted.contains(j) ? .inserted : .same
    let text = kind == .inserted ? new[j] : old[i]
    changes.append(LineChange(kind: kind, text: text, oldLine: i + 1, newLine: j + 1))
    if kind != .inserted { i += 1 }
    if kind != .removed { j += 1 }
  }
  return changes
}

private func hunks(of changes: [LineChange]) -> [ArraySlice<LineChange>] {
  let context = 3
  var ranges: [Range<Int>] = []
  for index in changes.indices where changes[index].kind != .same {
    let range = max(0, index - context)..<min(changes.count, index + context + 1)
    if let last = ranges.last, last.upperBound >= range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
  return ranges.map { changes[$0] }
}

private func text(of hunk: ArraySlice<LineChange>) -> String {
  guard let first = hunk.first else { return "" }
  let oldCount = hunk.count { $0.kind != .inserted }
  let newCount = hunk.count { $0.kind != .removed }
  let head = "@@ -\(first.oldLine),\(oldCount) +\(first.newLine),\(newCount) @@\n"
  return head + hunk.map { "\($0.kind.rawValue)\($0.text)\n" }.joined()
}
