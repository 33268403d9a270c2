import Synchronization
import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGSpec

/// The files that the given configuration names (`extends`, `labels`), as they were when the playground
/// started: texts that a browser sends later can read only these.
package struct NamedFiles: Sendable {
  private let contents: [String: SourceReader.Contents]

  /// Reads the files that `file` names.
  package init(of file: SourceFile, through reader: SourceReader) {
    let found = Mutex<[String: SourceReader.Contents]>([:])
    let noting = SourceReader { path throws(UnreadableFile) in
      let contents = try reader.read(path)
      found.withLock { $0[path] = contents }
      return contents
    }
    _ = CompilerPipeline(reader: noting).compileAll(file)
    contents = found.withLock { $0 }
  }

  var reader: SourceReader {
    SourceReader { path throws(UnreadableFile) in
      guard let contents = self.contents[path] else { throw UnreadableFile(.notNamedAtStart) }
      return contents
    }
  }
}
