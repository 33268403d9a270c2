import VGGDiagnostics

/// Two models of different files with the same Swift type, which a module can have only once.
package struct TypeClash: Hashable, CustomStringConvertible, Sendable {
  package let typeName: String
  /// The file whose model comes second, and that model.
  package let file: String
  package let model: String
  /// The file that already has the type.
  package let earlierFile: String

  /// The clashes among files whose types are to be in one module, in their order.
  package static func all(in compilations: [Compilation]) -> [TypeClash] {
    var owners: [String: String] = [:]
    var clashes: [TypeClash] = []
    for compilation in compilations {
      let file = compilation.file.name
      for network in compilation.networks {
        if let owner = owners[network.typeName] {
          clashes.append(
            TypeClash(
              typeName: network.typeName, file: file, model: network.graph.name, earlierFile: owner)
          )
        } else {
          owners[network.typeName] = file
        }
      }
    }
    return clashes
  }

  /// The clash in the form of a compiler's error.
  package var description: String {
    printable(
      "\(file):1:1: error: model \(model) becomes the Swift type \(typeName), which \(earlierFile) already has; "
        + "rename one of them")
  }
}
