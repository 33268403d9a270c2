import VGGGraph

/// A part of torchvision's VGG.
enum NetworkPart {
  case features
  case avgpool
  case flatten
  case classifier

  init(_ position: LayerPosition) {
    switch position {
    case .features: self = .features
    case .avgpool: self = .avgpool
    case .flatten: self = .flatten
    case .classifier: self = .classifier
    }
  }
}

/// The parts in the order in which they run; `features` is always one of them.
func parts(of layers: [Layer]) -> [NetworkPart] {
  layers.lazy.map { NetworkPart($0.position) }.reduce(into: [.features]) { parts, part in
    if !parts.contains(part) { parts.append(part) }
  }
}
