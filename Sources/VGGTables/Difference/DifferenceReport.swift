import VGGDiagnostics
import VGGGraph

/// What `vggc diff` prints of two configurations.
package struct DifferenceReport: Sendable {
  /// The models that both have, each pair compared.
  let models: [NetworkDifference]
  /// The names of the models that only one of the files has.
  let onlyInOld: [String]
  let onlyInNew: [String]

  let phrases: any TablePhrasebook

  package init(
    _ models: [NetworkDifference], onlyInOld: [String] = [], onlyInNew: [String] = [],
    in phrases: any TablePhrasebook = English()
  ) {
    self.phrases = phrases
    self.models = models
    self.onlyInOld = onlyInOld
    self.onlyInNew = onlyInNew
  }

  /// The models of two files, paired by name; a file's only model is paired with the other file's
  /// only model whatever their names.
  package init(
    from old: [ModelGraph], to new: [ModelGraph], in phrases: any TablePhrasebook = English()
  ) {
    if old.count == 1, new.count == 1 {
      self.init([NetworkDifference(from: old[0], to: new[0])], in: phrases)
      return
    }
    let pairs = old.compactMap { one in
      new.first { $0.name == one.name }.map { NetworkDifference(from: one, to: $0) }
    }
    let paired = Set(pairs.map(\.old.name))
    self.init(
      pairs, onlyInOld: old.map(\.name).filter { !paired.contains($0) },
      onlyInNew: new.map(\.name).filter { !paired.contains($0) }, in: phrases)
  }

  /// Whether nothing differs.
  package var isEmpty: Bool {
    onlyInOld.isEmpty && onlyInNew.isEmpty && models.allSatisfy(\.isEmpty)
  }

  /// Whether there is any pair of models to compare.
  package var hasPairs: Bool { !models.isEmpty }
}
