import VGGGraph

extension ModelGraph {
  /// The side of the map that torchvision's VGG flattens, in pixels.
  static let torchvisionMapSide = 7
  /// The width of its hidden layers.
  private static let torchvisionHidden = 4096

  /// Whether the network is torchvision's VGG except for its features: its map is 7 x 7, and two hidden layers of
  /// 4,096 are followed by the classes.
  ///
  /// torchvision's module pools any map to 7 x 7 before its classifier, which changes nothing at the network's own
  /// input size.
  var endsAsTorchvisions: Bool {
    guard let flatten = layers.firstIndex(where: { $0.kind.isFlatten }),
      case .map(let map) = layers[flatten].input,
      map.height == Self.torchvisionMapSide, map.width == Self.torchvisionMapSide,
      !layers.contains(where: { $0.position == .avgpool })
    else { return false }
    let widths = layers[flatten...].compactMap { $0.kind.linear?.outputs }
    return widths.count == 3 && widths.dropLast().allSatisfy { $0 == Self.torchvisionHidden }
  }
}
