import VGGDiagnostics
import VGGGraph

/// The output of `vggc diff` for two configurations.
package struct DifferenceReport: Sendable {
  /// The comparisons of the models that both files have.
  let models: [NetworkDifference]
  /// The names of the models that only the old file has.
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

  /// Compares the models of two files, paired by name; if each file has only one model, they are paired
  /// regardless of their names.
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

  /// Whether there are no differences.
  package var isEmpty: Bool {
    onlyInOld.isEmpty && onlyInNew.isEmpty && models.allSatisfy(\.isEmpty)
  }

  /// Whether there is any pair of models to compare.
  package var hasPairs: Bool { !models.isEmpty }
}
