#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import ArgumentParser
import VGGFiles
import VGGGraph
import VGGWeights

/// Writing result files.
enum Output {
  /// Writes a whole file, or leaves what was there.
  ///
  /// - Throws: The exit status for output that cannot be written, after saying why.
  static func write(_ bytes: [UInt8], to path: String, makingFolders: Bool = false) throws {
    if makingFolders { try makeFolder(of: path) }
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw complaint(path, error.reason)
    }
  }

  /// Writes the network's weights, initialised from a seed as torchvision does, as a safetensors file.
  static func writeInitialWeights(of graph: ModelGraph, seed: UInt64, to path: String) throws {
    let tensors = graph.layers.flatMap(\.stateTensors).map {
      TensorDescription(name: $0.name, shape: $0.shape)
    }
    do {
      try writeSafetensors(tensors, from: SeededInitializer(seed: seed), to: path)
    } catch let error as WeightError {
      throw complaint(path, error.reason)
    }
  }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw complaint(path, "the folder \(folder) cannot be made")
    }
  }

  private static func complaint(_ path: String, _ reason: String) -> ExitCode {
    Console.complain("cannot write \(path): \(reason)")
    return .cannotCreate
  }
}
