/// Type names that a generated file uses or that its language reserves; a type of the same name
/// would hide them.
let reservedTypeNames: Set<String> = [
  // Swift's own.
  "Any", "AnyObject", "Array", "Bool", "Double", "Error", "Float", "Int", "Never", "Optional",
  "Protocol", "Result", "Self", "Sendable", "String", "Swift", "Type", "Void",
  // Python's own, and the names that an emitted module imports.
  "False", "NamedTuple", "None", "Preprocessing", "Tensor", "True",
  // Those of a package's other files; if letter case is ignored, `Main.swift` is `main.swift`.
  "Main", "Package", "PackageDescription",
  // The runtime's.
  "AdaptiveAvgPool2d", "AvgPool2d", "BatchNorm1d", "BatchNorm2d",
  "ClassProbability", "ClassifierOutput", "ClassifierProgram", "ElementType", "FeatureProgram",
  "Conv1x1", "Conv2d", "Conv3x3", "DenseLinear", "FeatureMap", "FeatureVector", "Flatten",
  "GlobalAveragePool",
  "GlobalMaxPool", "ImageNetwork", "ImagePreprocessing",
  "InputError", "LayeredNetwork", "Linear", "LocalResponseNorm", "MaxPool2d", "NamedValues",
  "NetworkTaps",
  "NetworkValues", "NotFiniteOutput", "OutOfMemory", "PReLU",
  "PhotoInterpolation",
  "PhotoResize", "PixelImage", "PixelLayout", "RenamedWeights",
  "SeededInitializer", "ShapeError", "Sides", "TensorDescription",
  "WeightContainer", "WeightError", "WeightFile", "WeightSource", "WeightTensor",
  // Those nested in a generated type.
  "Layers", "Taps",
  // The modules of this package and of its dependencies: a graph of packages has each module once.
  "ArgumentParser", "ArgumentParserToolInfo", "Atomics", "CAtomics", "CChecksum", "CGdkPixbuf",
  "CNIOAtomics", "CNIODarwin", "CNIOFreeBSD", "CNIOLLHTTP", "CNIOLinux", "CNIOOpenBSD", "CNIOPosix",
  "CNIOWASI", "CNIOWindows", "CYAML", "ContainersPreview", "DequeModule",
  "InternalCollectionsUtilities", "NIO", "NIOConcurrencyHelpers", "NIOCore", "NIOEmbedded",
  "NIOHTTP1", "NIOPosix", "SwiftProtobuf",
  "VGGCommandLine", "VGGCompilation", "VGGCompiler", "VGGCompute", "VGGData", "VGGDiagnostics",
  "VGGDownloads",
  "VGGEmitters", "VGGExecution", "VGGFiles", "VGGFindings", "VGGGraph", "VGGGraphJSON", "VGGImport",
  "VGGInsight",
  "VGGKernels", "VGGLanguageServer", "VGGLessons", "VGGMarkup", "VGGMetrics", "VGGModelFiles",
  "VGGONNX",
  "VGGPages", "VGGPhotoFit", "VGGPhrasebooks", "VGGPlayground", "VGGRuntime", "VGGSlips", "VGGSpec",
  "VGGSyntax", "VGGTables",
  "VGGTestSupport", "VGGTraining", "VGGWeightFit", "VGGWeights",
]
