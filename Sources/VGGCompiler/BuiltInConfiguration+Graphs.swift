import VGGFiles
import VGGGraph
import VGGSpec

extension BuiltInConfiguration {
  /// The configuration's networks, checked; it stands by itself, and reads no file.
  package var graphs: [ModelGraph] {
    let noFiles = SourceReader { _ throws(UnreadableFile) in
      throw UnreadableFile(reason: "built-in configurations stand by themselves")
    }
    return CompilerPipeline(reader: noFiles).compileAll(ConfigurationFinder.found(self).file).graphs
  }
}
