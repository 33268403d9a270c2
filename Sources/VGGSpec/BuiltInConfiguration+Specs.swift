import VGGDiagnostics
import VGGFiles
import VGGSyntax

extension BuiltInConfiguration {
  /// The configuration as if it had been read.
  package var file: SourceFile { SourceFile(name: name, text: text) }

  /// The configuration's models, resolved. Reads no file.
  package var specs: [ModelSpec] {
    let noFiles = SourceReader { _ throws(UnreadableFile) in
      throw UnreadableFile(reason: "built-in configurations name no files")
    }
    var sources = SourceMap()
    let source = sources.add(file)
    let root = parseYAML(source, in: sources).root
    return resolve(root, of: source, in: &sources, reader: noFiles).models.compactMap(\.spec)
  }
}
