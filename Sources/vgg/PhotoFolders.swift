import ArgumentParser
import VGGCommandLine
import VGGData
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGRuntime

/// Folders of photos that a command line names.
enum PhotoFolders {
  /// The number of bytes of pictures kept in memory: a quarter of the available memory, 1 GiB at most.
  static var largestCache: Int { min(1 << 30, MemoryLimit.available / 4) }

  /// The class folders in the folder at `path`, after reporting the files left out to the user.
  ///
  /// - Throws: The exit status, after saying why.
  static func read(
    _ path: String, for use: PhotoUse, in language: Language
  ) throws -> PhotoFolder {
    do throws(PhotoFolderError) {
      let folder = try PhotoFolder(reading: path, for: use)
      for remark in folder.remarks {
        Console.remark(language.runPhrases.words(for: remark, in: folder.path), in: language)
      }
      return folder
    } catch {
      Console.reportError(language.runPhrases.words(for: error), in: language)
      throw error.isUnreadable ? ExitCode.noInput : ExitCode.unsound
    }
  }

  /// The photos of `folder`, decoded once; unusable photos are listed.
  ///
  /// - Throws: The exit status, after saying why.
  static func store(
    _ folder: PhotoFolder, _ transform: InputTransform, reading: PhotoReading,
    in language: Language
  ) throws -> PhotoStore {
    let progress = Progress(.readingPhotos, total: folder.photos.count, printsAnswers: false)
    let store: PhotoStore
    do throws(InputError) {
      store = try PhotoStore(
        folder, transform, threads: reading.threads, largestCache: largestCache,
        mostPixels: reading.mostPixels
      ) { progress.advance(by: $0) }
    } catch {
      Console.reportError(language.runPhrases.words(for: error), in: language)
      throw ExitCode.unsound
    }
    progress.clear()
    try report(store.unreadable, of: folder, isStrict: reading.isStrict, in: language)
    remark(onDeep: store.deep, in: language)
    guard !store.folder.photos.isEmpty else {
      Console.reportError(language.runPhrases.noneUsable(in: folder.path), in: language)
      throw ExitCode.unsound
    }
    return store
  }

  /// Reports that samples of more than eight bits lose some of them.
  static func remark(onDeep count: Int, in language: Language) {
    guard count > 0 else { return }
    Console.remark(language.runPhrases.deepSamples(count), in: language)
  }

  /// Warns if the network sees little of the photos in these stores, or if a part of its input is black: once, about the first
  /// such store.
  static func warn(of stores: [PhotoStore], on graph: ModelGraph, in language: Language) {
    for store in stores {
      let warnings = store.coverage.warnings(
        on: graph, photos: language.runPhrases.photos(of: store.folder.path), in: language)
      for warning in warnings { Console.warn(warning, in: language) }
      if !warnings.isEmpty { return }
    }
  }

  private static func report(
    _ unreadable: [UnreadablePhoto], of folder: PhotoFolder, isStrict: Bool, in language: Language
  ) throws {
    guard !unreadable.isEmpty else { return }
    for photo in unreadable {
      let words = language.runPhrases.words(for: photo)
      if isStrict {
        Console.reportError(words, in: language)
      } else {
        Console.remark(language.runPhrases.leftOut(words), in: language)
      }
    }
    let count = language.runPhrases.cannotBeUsed(
      unreadable.count, of: folder.photos.count, in: folder.path, areLeftOut: !isStrict)
    guard isStrict else { return Console.remark(count, in: language) }
    Console.reportError(count, in: language)
    throw unreadable.contains(where: \.isMissing) ? ExitCode.noInput : ExitCode.unsound
  }
}
