extension ModuleGroup {
  /// The name of the group in Docs/Architecture.md.
  var title: String {
    switch self {
    case .base: "base"
    case .language: "language"
    case .graph: "graph"
    case .weights: "weights"
    case .reports: "reports"
    case .importExport: "import and export"
    case .computing: "computing"
    case .entryPoints: "entry points"
    }
  }

  /// The groups in the order of their imports.
  static var order: ImportOrder<ModuleGroup> { ImportOrder(allCases) { $0.foundations } }

  /// Its modules in the order of their imports.
  var order: ImportOrder<String> {
    ImportOrder(modules.keys.sorted()) { modules[$0, default: []] }
  }

  /// The modules of other groups that a module may import although the group as a whole may not.
  func exceptions(of module: String) -> [String] {
    modules[module, default: []].subtracting(modules.keys).sorted()
  }
}
