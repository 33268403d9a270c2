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
    case .millions: "(M) is what the paper's Table 2 prints: parameters in millions, rounded."
    case .macs: meaning(of: Convention.macs)
    case .flattened: "FC input is channels * height * width of the map that flatten takes."
    case .receptiveField:
      meaning(of: Convention.receptiveField)
        + " Here it is that of the last feature map, before any avgpool."
    case .jump: "jump is the distance, in pixels, between what two neighbouring values see."
    case .padding: "padding is how far, in pixels, the first value sees past the image's edge."
    case .activations: meaning(of: Convention.activations)
    case .peak: meaning(of: Convention.peak)
    }
  }
}
