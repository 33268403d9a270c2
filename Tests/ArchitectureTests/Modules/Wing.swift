/// A part of the package: modules that serve the same reader.
enum Wing: CaseIterable {
  case ground
  case language
  case graph
  case weights
  case telling
  case goingOut
  case computing
  case doors

  /// The wings that its modules may import freely.
  var foundations: Set<Wing> {
    switch self {
    case .ground: []
    case .language: [.ground]
    case .graph: [.ground, .language]
    case .weights: [.ground, .language, .graph]
    case .telling: [.ground, .language, .graph]
    case .goingOut: [.ground, .language, .graph, .weights]
    case .computing: [.ground, .language, .graph, .weights]
    case .doors: [.ground, .language, .graph, .weights, .telling, .goingOut, .computing]
    }
  }

  /// Its modules, each with the modules of the same wing that it may import, and single modules of other wings.
  var modules: [String: Set<String>] {
    switch self {
    case .ground: ["VGGFiles": [], "VGGPhotoFit": []]
    case .language:
      [
        "VGGDiagnostics": [], "VGGFindings": ["VGGDiagnostics"],
        "VGGPhrasebooks": ["VGGDiagnostics", "VGGFindings"],
        "VGGSyntax": ["VGGDiagnostics", "VGGFindings", "VGGPhrasebooks"],
        "VGGSpec": ["VGGDiagnostics", "VGGFindings", "VGGSyntax"],
        "VGGSlips": ["VGGDiagnostics", "VGGFindings", "VGGSpec", "VGGSyntax"],
      ]
    case .graph: ["VGGGraph": [], "VGGGraphJSON": ["VGGGraph"]]
    case .weights:
      ["VGGWeights": [], "VGGWeightFit": ["VGGMarkup", "VGGWeights"], "VGGDownloads": []]
    case .telling:
      [
        "VGGMarkup": [], "VGGTables": ["VGGMarkup"], "VGGLessons": ["VGGMarkup", "VGGTables"],
        "VGGPages": ["VGGLessons", "VGGMarkup", "VGGTables"],
      ]
    case .goingOut:
      [
        "VGGEmitters": [], "VGGONNX": ["VGGEmitters"], "VGGImport": [],
        "VGGModelFiles": ["VGGImport", "VGGONNX"],
      ]
    case .computing:
      [
        "VGGCompute": ["VGGKernels"], "VGGRuntime": ["VGGCompute"],
        "VGGExecution": ["VGGCompute"], "VGGData": ["VGGRuntime"],
        "VGGMetrics": ["VGGMarkup"],
        "VGGTraining": ["VGGCompute", "VGGData", "VGGExecution", "VGGMetrics"],
      ]
    case .doors:
      [
        "VGGCompiler": [], "VGGLanguageServer": ["VGGCompiler"], "VGGPlayground": ["VGGCompiler"],
        "VGGCommandLine": ["VGGCompiler"],
        "vggc": ["VGGCommandLine", "VGGCompiler", "VGGLanguageServer", "VGGPlayground"],
        "vggc-build": ["VGGCommandLine", "VGGCompiler"], "vgg": ["VGGCommandLine", "VGGCompiler"],
      ]
    }
  }
}
