import VGGDiagnostics

/// `a`, `a and b`, `a, b and c`.
func listing(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}

/// `1 convolution`, `13 convolutions`, `no convolution`.
func counted(_ count: Int, _ noun: String) -> String {
  switch count {
  case 0: "no \(noun)"
  case 1: "1 \(noun)"
  default: "\(grouped(count)) \(noun)s"
  }
}
