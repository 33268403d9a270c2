import VGGDiagnostics
import VGGSpec
import VGGSyntax

/// A place in a document that names a file or a built-in configuration.
struct FileMention: Sendable {
  enum Target: Hashable, Sendable {
    /// An absolute path, whether or not the file exists.
    case file(path: String)
    case builtIn(name: String)
  }

  let range: SourceRange
  let target: Target
}

extension Analysis {
  /// The values of `extends` and `labels` that are names, each place once, in the order of the text.
  var fileMentions: [FileMention] {
    var seen: Set<SourceRange> = []
    return modelEntries.compactMap { entry in
      guard let key = ModelKey(rawValue: entry.key.value), !key.fileEndings.isEmpty,
        case .scalar(let scalar) = entry.value.content, !scalar.text.isEmpty,
        isOwn(entry.value.range), seen.insert(entry.value.range).inserted
      else { return nil }
      return FileMention(range: entry.value.range, target: target(of: scalar.text, after: key))
    }
    .sorted { $0.range.start < $1.range.start }
  }

  private func target(of name: String, after key: ModelKey) -> FileMention.Target {
    if key == .extends, let builtIn = BuiltInConfiguration.named(name) {
      return .builtIn(name: builtIn.name)
    }
    return .file(path: path(named: name))
  }
}
