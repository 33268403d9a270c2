/// The candidate most similar to a misspelt name, or `nil` if none is similar or several are equally so.
///
/// Similarity is the number of letters inserted, deleted, replaced or swapped with a neighbour (the
/// optimal string alignment distance), letter case ignored; at most a third of the letters, and one
/// of two, may differ. A single letter is similar only to itself; otherwise everything would be similar to it.
package func nearestName(to name: String, among candidates: [String]) -> String? {
  let wanted = Array(name.lowercased().prefix(64))
  let allowed = wanted.count < 2 ? 0 : max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  var isTie = false
  for candidate in candidates {
    let distance = editDistance(wanted, Array(candidate.lowercased()))
    guard distance <= allowed, distance <= best?.distance ?? .max else { continue }
    isTie = distance == best?.distance
    best = (candidate, distance)
  }
  return isTie ? nil : best?.name
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var current = [i + 1]
    for (j, b) in right.enumerated() {
      var distance = min(last[j + 1] + 1, current[j] + 1, last[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
