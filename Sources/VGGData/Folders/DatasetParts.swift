import VGGFiles

/// Folders of the same classes next to each other.
package struct DatasetParts: Hashable, Sendable {
  /// Sorted by code points.
  package let names: [String]
  /// The classes of the largest folder.
  package let classes: [String]
  /// The path of the folder to train on: the one named for training, or otherwise the one with the most photos.
  let training: String
  /// The path of the folder to test with.
  let testing: String?
  /// Whether one folder is named for training, and another for testing.
  package let areNamed: Bool

  init?(of root: FolderTree, at path: String) {
    let candidates = root.children.filter { part in
      part.photos == 0 && part.children.contains { $0.allPhotos > 0 }
    }
    guard let largest = candidates.max(by: { $0.children.count < $1.children.count }) else {
      return nil
    }
    let parts = candidates.filter { largest.sharesClasses(with: $0) }
    guard parts.count > 1, largest.children.count > 1 else { return nil }
    let (trained, tested) = (Self.named(Self.trainingWords, in: parts), Self.tested(in: parts))
    let training = trained ?? Self.largest(of: parts.filter { $0.name != tested?.name })
    guard let training else { return nil }
    let others = parts.filter { $0.name != training.name }
    self.training = joined(path, training.name)
    testing = (tested ?? (others.count == 1 ? others.first : nil)).map { joined(path, $0.name) }
    areNamed = trained != nil && tested != nil
    names = parts.map { composed($0.name) }.sorted(by: precedesByCodePoints)
    classes = largest.classes.sorted(by: precedesByCodePoints)
  }

  private static let trainingWords = ["train", "학습", "훈련"]
  /// The likeliest first.
  private static let testingWords = [
    "test", "val", "eval", "dev", "holdout", "테스트", "시험", "평가", "검증",
  ]

  private static func tested(in parts: [FolderTree]) -> FolderTree? {
    named(testingWords, in: parts.filter { named(trainingWords, in: [$0]) == nil })
  }

  /// The first folder whose name contains one of the words as a whole word, possibly with an ending such as `ing` or
  /// `set`.
  private static func named(_ words: [String], in parts: [FolderTree]) -> FolderTree? {
    for word in words {
      if let part = parts.first(where: { composed($0.name).hasWord(word) }) {
        return part
      }
    }
    return nil
  }

  private static func largest(of parts: [FolderTree]) -> FolderTree? {
    parts.max { $0.allPhotos < $1.allPhotos }
  }
}

extension FolderTree {
  /// Whether at least half of all names in the two folders are in both.
  fileprivate func sharesClasses(with other: FolderTree) -> Bool {
    let (own, others) = (classes, other.classes)
    return 2 * own.intersection(others).count >= own.union(others).count
  }
}

extension String {
  /// Whether `word` is one of its words: `train_data` contains `train`; `trains` and `castrain` do not. Korean words have
  /// endings, so they are searched for anywhere.
  fileprivate func hasWord(_ word: String) -> Bool {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return contains(word) }
    let forms = [word, word + "ing", word + "ed", word + "set", word + "idation"]
    return lowercased().split { !$0.isLetter || !$0.isASCII }.contains {
      forms.contains(String($0))
    }
  }
}
