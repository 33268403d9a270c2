import VGGCompilation
import VGGDiagnostics
import VGGFiles
import VGGSpec

/// The files that a configuration can name with `extends` and `labels`.
///
/// The compiler reads nothing else. A path in a configuration is relative to the folder of the file that contains it, and
/// is passed on without `.` and `..`: `../base.yaml` in `models/own/net.yaml` becomes `models/base.yaml`. It starts with
/// `..` if it leaves the folder that the configuration's name is relative to, and with `/` if it is absolute.
/// Built-in configurations such as `D` are not files.
public struct ConfigurationFiles: Sendable {
  let reader: SourceReader

  /// No files: a configuration that names one has an error.
  public static let none = ConfigurationFiles { _ in nil }

  /// The files of the current folder and, through `..` and absolute paths, of the whole disk, as `vggc` reads them:
  /// if no file has the name, one that differs only in letter case is used.
  ///
  /// Don't use this for texts of other people: their configurations could read every file that the program can.
  public static let onDisk = ConfigurationFiles(ConfigurationFinder.sourceReader { _ in })

  private init(_ reader: SourceReader) {
    self.reader = reader
  }

  /// Files that `read` returns.
  ///
  /// - Parameter read: Returns the bytes of the file at a path, at most 16 MiB, or `nil` if there is no such file. The
  ///   description of an error that it throws becomes the reason in the diagnostic.
  public init(_ read: @escaping @Sendable (_ path: String) throws -> [UInt8]?) {
    reader = SourceReader { path throws(UnreadableFile) in
      let contents: [UInt8]?
      do {
        contents = try read(path)
      } catch {
        throw UnreadableFile(reason: printable("\(error)"))
      }
      guard let contents else { throw UnreadableFile(reason: "no such file or directory") }
      guard contents.count <= SourceFile.maximumSize else {
        throw UnreadableFile(.tooLarge(limit: SourceFile.maximumSize))
      }
      return SourceReader.Contents(path: path, bytes: contents)
    }
  }

  /// Files with these texts, by their paths.
  public init(_ texts: [String: String]) {
    self.init { path in texts[path].map { Array($0.utf8) } }
  }
}
