import VGGSpec

extension BuiltInConfiguration {
  /// The configuration's networks, checked.
  package var graphs: [ModelGraph] {
    specs.compactMap { spec in
      if case .graph(let graph) = check(spec, earlier: []).model { graph } else { nil }
    }
  }
}
