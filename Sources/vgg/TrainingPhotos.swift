import ArgumentParser
import VGGCommandLine
import VGGCompilation
import VGGData
import VGGDiagnostics
import VGGFiles
import VGGGraph

/// The photos used for training, and those used for testing.
struct TrainingPhotos {
  let training: PhotoStore
  let test: PhotoStore?

  /// - Throws: The exit status, after saying why the photos are unsuitable.
  init(
    data: String, test: String?, split: Double?, seed: UInt64, _ graph: ModelGraph,
    _ compilation: Compilation, reading: PhotoReading, in language: Language
  ) throws {
    let folder = try PhotoFolders.read(data, for: .training, in: language)
    try ClassNames.check(folder, fit: graph, compilation, in: language)
    try Self.checkTrainable(folder, in: language)
    let parts = try Self.parts(folder, test: test, split: split, seed: seed, in: language)
    training = try PhotoFolders.store(
      parts.training, InputTransform(graph, isAugmented: true), reading: reading, in: language)
    // Unusable photos are left out, and may have been all the photos of a class.
    try Self.checkTrainable(training.folder, in: language)
    self.test = try parts.test.map {
      try PhotoFolders.store(
        $0, InputTransform(graph, isAugmented: false), reading: reading, in: language)
    }
    PhotoFolders.warn(of: [training, self.test].compactMap { $0 }, on: graph, in: language)
  }

  private static func parts(
    _ folder: PhotoFolder, test: String?, split: Double?, seed: UInt64, in language: Language
  ) throws -> (training: PhotoFolder, test: PhotoFolder?) {
    if let test {
      let other = try PhotoFolders.read(test, for: .testing, in: language)
      do throws(PhotoFolderError) {
        return (folder, try other.labelled(asIn: folder.classes, of: folder.path))
      } catch {
        Console.reportError(language.runPhrases.words(for: error), in: language)
        throw ExitCode.unsound
      }
    }
    guard let split else { return (folder, nil) }
    let parts = folder.split(holdingBack: split, seed: seed)
    guard !parts.test.photos.isEmpty else {
      Console.reportError(language.runPhrases.noneToHoldOut(in: folder.path), in: language)
      throw ExitCode.unsound
    }
    return parts
  }

  private static func checkTrainable(_ folder: PhotoFolder, in language: Language) throws {
    do throws(PhotoFolderError) {
      try folder.checkTrainable()
    } catch {
      Console.reportError(language.runPhrases.words(for: error), in: language)
      throw ExitCode.unsound
    }
  }

  /// The properties that distinguish these photos from others.
  var conditions: [String: String] {
    let values: [PhotoCondition: String] = [
      .classes: training.folder.classes.joined(separator: ", "),
      .trainingPhotos: Self.names(training.folder),
      .trainingPixels: training.digest,
      .testPhotos: test.map { Self.names($0.folder) } ?? "none",
      .testPixels: test?.digest ?? "none",
    ]
    return Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
  }

  /// The number of photos, and a digest of their names within the folder.
  private static func names(_ folder: PhotoFolder) -> String {
    var hash = SHA256()
    for photo in folder.photos {
      // In composed form, since a copy on another system may spell the same names differently.
      let name = composed(
        String(decoding: photo.path.utf8.dropFirst(folder.path.utf8.count), as: UTF8.self))
      Array(name.utf8 + [0]).withUnsafeBytes { hash.update($0) }
    }
    return "\(folder.photos.count) (\(hexadecimal(hash.finalize().prefix(8))))"
  }
}
