import VGGDiagnostics
import VGGGraph

/// A total of two networks side by side.
struct TotalChange {
  /// The total's key in JSON.
  enum Total: String, CaseIterable {
    case weightLayers = "weight_layers"
    case parameters
    case stateBytes = "weight_bytes"
    case macs
    case flattened
    case receptiveField = "receptive_field"
    case activationBytes = "activation_bytes"
    case peakActivationBytes = "peak_activation_bytes"

    /// As `vggc summary` calls it.
    var title: String {
      switch self {
      case .weightLayers: "weight layers"
      case .parameters: "parameters"
      case .stateBytes: "weights"
      case .macs: "MACs"
      case .flattened: "FC input"
      case .receptiveField: "receptive field"
      case .activationBytes: "activations"
      case .peakActivationBytes: "peak"
      }
    }

    /// `nil` for a receptive field that is the whole image.
    func value(in graph: ModelGraph) -> Int? {
      let totals = graph.totals
      return switch self {
      case .weightLayers: totals.weightLayers
      case .parameters: totals.parameters
      case .stateBytes: graph.layers.stateBytes
      case .macs: totals.macs
      case .flattened: totals.flattened
      case .receptiveField: graph.lastReceptiveField?.size
      case .activationBytes: totals.activationBytes
      case .peakActivationBytes: totals.peakActivationBytes
      }
    }

    func text(_ value: Int) -> String {
      switch self {
      case .weightLayers, .parameters, .macs, .flattened, .receptiveField: grouped(value)
      case .stateBytes, .activationBytes, .peakActivationBytes: bytes(value)
      }
    }
  }

  let total: Total
  let old: Int?
  let new: Int?

  static func all(from old: ModelGraph, to new: ModelGraph) -> [TotalChange] {
    Total.allCases.map {
      TotalChange(total: $0, old: $0.value(in: old), new: $0.value(in: new))
    }
  }

  /// Title, old, new, difference and the difference in percent of the old.
  var cells: [String] {
    [
      total.title, old.map(total.text) ?? "-", new.map(total.text) ?? "-", difference, percent,
    ]
  }

  private var difference: String {
    guard let old, let new else { return "-" }
    return signed(new - old, total.text)
  }

  private var percent: String {
    guard let old, let new, old > 0, new != old else { return "" }
    let share = 100 * (Double(new) - Double(old)) / Double(old)
    let tenths = Int((abs(share) * 10).rounded())
    return "\(share < 0 ? "-" : "+")\(decimal(tenths, per: 10, places: 1))%"
  }
}

/// `+1,792`, `-1,792`, and `=` for nothing.
func signed(_ difference: Int, _ text: (Int) -> String) -> String {
  difference == 0 ? "=" : (difference < 0 ? "-" : "+") + text(abs(difference))
}
