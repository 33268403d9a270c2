import VGGDiagnostics

/// The links to the files that a document names.
///
/// - Parameter uri: Returns the URI of the file at a path; `nil` if it does not exist.
func documentLinks(in analysis: Analysis, uri: (String) -> String?) -> [LSP.DocumentLink] {
  var known: [String: String?] = [:]
  return analysis.fileMentions.compactMap { mention in
    switch mention.target {
    case .builtIn: return nil
    case .file(let path):
      let target = known[path] ?? uri(path)
      known.updateValue(target, forKey: path)
      return target.map {
        LSP.DocumentLink(range: analysis.positions.range(mention.range), target: $0)
      }
    }
  }
}
