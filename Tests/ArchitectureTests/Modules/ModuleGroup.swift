/// A part of the package: modules that serve the same reader.
enum ModuleGroup: CaseIterable {
  case base
  case language
  case graph
  case weights
  case reports
  case importExport
  case computing
  case entryPoints

  /// The groups that its modules may import freely.
  var foundations: Set<ModuleGroup> {
    switch self {
    case .base: []
    case .language: [.base]
    case .graph: [.base, .language]
    case .weights: [.base, .language, .graph]
    case .reports: [.base, .language, .graph]
    case .importExport: [.base, .language, .graph, .weights]
    case .computing: [.base, .language, .graph, .weights]
    case .entryPoints: [.base, .language, .graph, .weights, .reports, .importExport, .computing]
    }
  }

  /// Its modules, each with the modules of the same group that it may import, and single modules of other groups.
  var modules: [String: Set<String>] {
    switch self {
    case .base: ["VGGFiles": [], "VGGPhotoFit": []]
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
    case .reports:
      [
        "VGGMarkup": [], "VGGTables": ["VGGMarkup"], "VGGLessons": ["VGGMarkup", "VGGTables"],
        "VGGPages": ["VGGLessons", "VGGMarkup", "VGGTables"],
      ]
    case .importExport:
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
        "VGGInsight": [
          "VGGCompute", "VGGData", "VGGExecution", "VGGMarkup", "VGGRuntime", "VGGTraining",
        ],
      ]
    case .entryPoints:
      [
        "VGGCompilation": [], "VGGCompiler": ["VGGCompilation"],
        "VGGLanguageServer": ["VGGCompilation"], "VGGPlayground": ["VGGCompilation"],
        "VGGCommandLine": ["VGGCompilation"],
        "vggc": ["VGGCommandLine", "VGGCompilation", "VGGLanguageServer", "VGGPlayground"],
        "vggc-build": ["VGGCommandLine", "VGGCompilation"],
        "vgg": ["VGGCommandLine", "VGGCompilation"],
      ]
    }
  }
}
