/// A tensor's name, split into the module that it belongs to and its part in it.
///
/// For example: `backbone.features.module.0.weight` is the weight of `backbone`, `features`, `0`.
struct TensorPath: Hashable, Sendable {
  /// A tensor's part in a layer.
  enum Part: Hashable, Sendable {
    case weight
    /// A weight whose axes are in Keras's order: height, width, inputs, outputs.
    case kernel
    case bias
    case runningMean
    case runningVariance
    /// Parts of batch normalisation under Keras's names.
    case gamma
    case beta
    case movingMean
    case movingVariance
    /// PyTorch's count of the batches that a batch normalisation has seen, which is never read.
    case counter

    /// The part's name in PyTorch.
    var name: String {
      switch self {
      case .weight, .kernel, .gamma: "weight"
      case .bias, .beta: "bias"
      case .runningMean, .movingMean: "running_mean"
      case .runningVariance, .movingVariance: "running_var"
      case .counter: "num_batches_tracked"
      }
    }

    fileprivate init?(_ word: Substring) {
      switch word {
      case "weight": self = .weight
      case "kernel": self = .kernel
      case "bias": self = .bias
      case "running_mean": self = .runningMean
      case "running_var": self = .runningVariance
      case "gamma": self = .gamma
      case "beta": self = .beta
      case "moving_mean": self = .movingMean
      case "moving_variance": self = .movingVariance
      case "num_batches_tracked": self = .counter
      default: return nil
      }
    }
  }

  /// The words of the module's name, outermost first.
  let module: [String]
  /// `nil` for a name that layers of a VGG do not have.
  let part: Part?
  /// The last word.
  let last: String

  /// Modules that wrap another without adding a layer: DataParallel's, torch.compile's, and those of
  /// PyTorch's sharding and checkpointing.
  private static let wrappers: Set<Substring> = [
    "module", "_orig_mod", "_forward_module", "_fsdp_wrapped_module", "_checkpoint_wrapped_module",
  ]

  /// Splits `name` at its dots and slashes.
  ///
  /// - Parameter isPlain: Whether to keep wrappers and words that are repeated.
  init(_ name: String, isPlain: Bool) {
    let words = name.split { $0 == "." || $0 == "/" }
    let last = words.last.map { $0.prefix { $0 != ":" } } ?? ""
    var module = Array(words.dropLast())
    if !isPlain {
      module.removeAll(where: Self.wrappers.contains)
      // Keras writes a layer's name twice.
      module = zip(module, [""] + module).filter { $0 != $1 || $0.first?.isNumber == true }.map(\.0)
    }
    self.module = module.map(String.init)
    part = Part(last)
    self.last = String(last)
  }

  /// The rest of the name after the words of `prefix`, with which it starts.
  func name(without prefix: [String]) -> String {
    (module.dropFirst(prefix.count) + [last]).joined(separator: ".")
  }

  /// The paths of `names`; wrappers are kept if two tensors would have the same name without them.
  static func paths(of names: [String]) -> [TensorPath] {
    let paths = names.map { TensorPath($0, isPlain: false) }
    return Set(paths).count == paths.count
      ? paths : names.map { TensorPath($0, isPlain: true) }
  }
}
