import VGGDiagnostics

extension English {
  package func title(of column: ComparisonColumn) -> String {
    switch column {
    case .name: "network"
    case .weightLayers: "layers"
    case .parameters: "parameters"
    case .millions: "(M)"
    case .macs: "MACs"
    case .flattened: "FC input"
    case .receptiveField: "RF"
    case .jump: "jump"
    case .padding: "padding"
    case .activations: "activations"
    case .peak: "peak"
    }
  }

  package func meaning(of column: ComparisonColumn) -> String? {
    switch column {
    case .name, .weightLayers: nil
    case .parameters: meaning(of: Convention.parameters)
    case .millions: "(M) is the parameters in millions, rounded, as in the paper's Table 2."
    case .macs: meaning(of: Convention.macs)
    case .flattened: "FC input is channels * height * width of the map that is flattened."
    case .receptiveField:
      meaning(of: Convention.receptiveField)
        + " It is shown for the last feature map, before any avgpool."
    case .jump:
      "jump is the distance, in pixels, between the receptive fields of neighbouring values."
    case .padding:
      "padding is how far, in pixels, the first receptive field extends past the image's edge."
    case .activations: meaning(of: Convention.activations)
    case .peak: meaning(of: Convention.peak)
    }
  }
}
