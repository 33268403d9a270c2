import Foundation
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGSpec

/// The configurations that the repository ships, by their paths relative to its root, compiled as
/// on the command line.
package enum ConfigurationFiles {
  package static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Checkout.file(path)))
  }

  package static func compile(_ path: String) throws -> Compilation {
    compile(try bytes(of: path), as: path)
  }

  package static func compile(_ bytes: [UInt8], as path: String) -> Compilation {
    CompilerPipeline(reader: reader).compileAll(SourceFile(name: path, bytes: bytes))
  }

  private static let reader = SourceReader { path throws(UnreadableFile) in
    let reader = BoundedFileReader(limit: SourceFile.maximumSize)
    return SourceReader.Contents(
      path: path, bytes: try reader.read(Checkout.file(path).path))
  }
}
