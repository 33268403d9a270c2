import Synchronization
import VGGFiles
import VGGSpec

/// The files that configurations name (`extends`, `labels`), collected while they are read.
package final class FilesRead: Sendable {
  private let found = Mutex<[String]>([])

  package init() {}

  /// Each once, in the order in which they were first read.
  package var paths: [String] { found.withLock { $0 } }

  /// A reader with the results of `reader` that records the path of every file that could be read.
  package func noting(_ reader: SourceReader) -> SourceReader {
    SourceReader { path throws(UnreadableFile) in
      let contents = try reader.read(path)
      self.found.withLock { paths in
        if !paths.contains(contents.path) { paths.append(contents.path) }
      }
      return contents
    }
  }
}
