/// Where emitted text comes from: what its header names, so that it can be checked and made again.
package struct Provenance: Hashable, Sendable {
  /// The version of vggc, such as `0.1.0`.
  package let version: String
  /// The configuration as the user named it: a file's name, or a built-in's.
  package let source: String
  /// SHA-256 of the configuration's bytes, in lower-case hexadecimal digits.
  package let sha256: String
  /// The model's name, where the file holds several and `--model` chose one.
  package let model: String?

  package init(version: String, source: String, sha256: String, model: String? = nil) {
    self.version = version
    self.source = source
    self.sha256 = sha256
    self.model = model
  }

  /// The command that makes the text again, for a POSIX shell.
  ///
  /// For example: `vggc emit custom.yaml --swift`, or with `--model 'two words'` where a model was
  /// chosen.
  func command(_ options: String...) -> String {
    let choice = model.map { ["--model", shellQuoted($0)] } ?? []
    return (["vggc", "emit", shellQuoted(source)] + choice + options).joined(separator: " ")
  }
}

/// `word` as one argument of a POSIX shell: in single quotes unless it is plain.
private func shellQuoted(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./,:+@".unicodeScalars.contains(scalar)
    }
  guard !isPlain else { return word }
  return "'"
    + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
}
