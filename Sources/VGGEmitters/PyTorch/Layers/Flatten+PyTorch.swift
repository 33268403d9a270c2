import VGGGraph

/// `forward` calls `torch.flatten`.
extension Flatten: TorchLayer {
  func module(isInPlace: Bool) -> PythonExpression? { nil }
}
