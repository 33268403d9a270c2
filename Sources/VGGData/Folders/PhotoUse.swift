import VGGFiles

/// The use of a photo folder, which determines how a command line names the folder.
package enum PhotoUse: Hashable, Sendable {
  case inspecting
  case training
  /// Testing during training.
  case testing
  case evaluating

  /// The words of a command line that name one folder.
  package func naming(_ folder: String) -> String {
    let folder = shellQuoted(folder)
    return switch self {
    case .inspecting: "`vgg data inspect \(folder)`"
    case .training, .evaluating: "`--data \(folder)`"
    case .testing: "`--test \(folder)`"
    }
  }

  /// The words that name the right folder among several.
  package func naming(_ parts: DatasetParts) -> String {
    switch self {
    case .inspecting: return naming(parts.training)
    case .training:
      let test = parts.testing.map { " --test \(shellQuoted($0))" } ?? ""
      return "`--data \(shellQuoted(parts.training))\(test)`"
    case .testing, .evaluating: return naming(parts.testing ?? parts.training)
    }
  }
}
