import VGGFiles

/// The YAML files in folders and below them, in the order in which they are found: those nearer to the folders first.
///
/// Links to folders, names that start with a dot and `node_modules` are skipped. The walk ends after a number of names, and
/// below a depth, so that it is short even for a home folder.
func yamlFiles(below folders: [String], on disk: ServerDisk) -> [String] {
  let (mostNames, mostFiles, mostLevels) = (20_000, 2_000, 16)
  var files: [String] = []
  var seen: Set<String> = []
  var names = 0
  var level = folders
  for _ in 0..<mostLevels {
    var below: [String] = []
    for folder in level where seen.insert(folder).inserted {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      for name in disk.names(prefix) where !name.hasPrefix(".") && name != "node_modules" {
        names += 1
        guard names <= mostNames, files.count < mostFiles else { return files }
        let path = prefix + name
        let isYAML = [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
        switch disk.kind(path) {
        case .folder: below.append(path)
        case .file, .other: if isYAML, seen.insert(path).inserted { files.append(path) }
        case nil: continue
        }
      }
    }
    guard !below.isEmpty else { return files }
    level = below
  }
  return files
}
