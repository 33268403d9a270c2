import VGGDiagnostics
import VGGFiles
import VGGSpec
import VGGSyntax

/// The client's folders, and the models of the configurations in them, as far as these have been requested.
struct Workspace: Sendable {
  /// The models of a version of a file.
  private struct Known: Sendable {
    let version: FileVersion
    let models: [NamedModel]
  }

  /// The maximum number of symbols in an answer.
  private static let mostSymbols = 1_000
  /// The maximum size of a file that is read.
  private static let largestFile = 1 << 20

  /// In the order in which the client added them.
  private var folders: [String] = []
  private var known: [String: Known] = [:]

  /// Adds and removes folders by their URIs, which are ignored if they are not those of files.
  mutating func change(adding added: [String], removing removed: [String]) {
    let gone = Set(removed.compactMap(Self.folder))
    folders.removeAll { gone.contains($0) }
    for folder in added.compactMap(Self.folder) where !folders.contains(folder) {
      folders.append(folder)
    }
  }

  private static func folder(_ uri: String) -> String? {
    DocumentURI.path(of: uri).map(FilePath.normalized)
  }

  /// The models with the letters of a query in their names, in this order and in any case.
  ///
  /// - Parameter documents: The open documents, whose texts are used in place of the files', or although there is no file
  ///   yet.
  mutating func symbols(
    matching query: String, open documents: [OpenDocument], disk: ServerDisk,
    _ encoding: PositionEncoding
  ) -> [LSP.SymbolInformation] {
    let open = Dictionary(
      documents.compactMap { document in
        document.path.map { (FilePath.normalized($0), document) }
      }, uniquingKeysWith: { first, _ in first })
    var files = yamlFiles(below: folders, on: disk)
    let found = Set(files)
    files += open.keys.filter { !found.contains($0) && isWithin($0) }.sorted()
    var read: [String: Known] = [:]
    var symbols: [LSP.SymbolInformation] = []
    for path in files {
      let models: [NamedModel]
      if let document = open[path] {
        models = namedModels(in: document.positions)
      } else if let version = disk.version(path), version.size <= Self.largestFile {
        let file =
          known[path].flatMap { $0.version == version ? $0 : nil }
          ?? Known(version: version, models: Self.models(ofFile: path, disk, encoding))
        read[path] = file
        models = file.models
      } else {
        continue
      }
      let uri = open[path]?.uri ?? DocumentURI.uri(ofPath: path)
      for model in models where model.name.hasLetters(query) && symbols.count < Self.mostSymbols {
        symbols.append(
          LSP.SymbolInformation(
            name: printable(shortened(model.name)), kind: .module,
            location: LSP.Location(uri: uri, range: model.range), containerName: name(of: path)))
      }
    }
    known = read
    return symbols
  }

  private static func models(
    ofFile path: String, _ disk: ServerDisk, _ encoding: PositionEncoding
  ) -> [NamedModel] {
    guard let contents = try? disk.reader.read(path), contents.bytes.count <= largestFile else {
      return []
    }
    return namedModels(
      in: TextPositions(SourceFile(name: path, bytes: contents.bytes), encoding))
  }

  private func isWithin(_ path: String) -> Bool { folders.contains { path.hasPrefix($0 + "/") } }

  /// A file's path within its folder.
  private func name(of path: String) -> String {
    let folder = folders.first { path.hasPrefix($0 + "/") }
    return folder.map { String(path.dropFirst($0.count + 1)) } ?? path
  }
}

extension String {
  /// Whether it has these letters in their order, in any case.
  fileprivate func hasLetters(_ letters: String) -> Bool {
    var rest = letters.lowercased()[...]
    for letter in lowercased() where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
