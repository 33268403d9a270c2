// swift-tools-version: 6.2
import PackageDescription

/// In CI a warning is an error; elsewhere it is only shown, so that a newer compiler's new warning does not
/// break a build.
let settings: [SwiftSetting] =
  [.enableUpcomingFeature("ExistentialAny")]
  + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// `swift build -c release` links the Swift runtime into the tools, so that they run without Swift installed.
///
/// The tools' own object files name the libraries that Foundation consists of, so these are also compiled with
/// the flag, not only linked. Libraries are not: the program that links them makes its own choice. Other
/// packages can still depend on this one: SwiftPM allows that from tools version 6.2 on.
let staticRuntime = ["-static-stdlib"]
/// An executable exports no symbols, which `-static-stdlib` would make it do: 25,000 names, and the code that only they
/// keep alive.
let executableOnly = ["-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=all"]
/// vggc links no shared library at all, and is at a fixed address: without the dynamic loader and its 77,000
/// relocations it starts in three quarters of the time. `VGGC_SHARED=1` is for systems without static libraries.
let wholeProgram =
  Context.environment["VGGC_SHARED"] == nil
  ? ["-static-executable", "-Xclang-linker", "-no-pie"] : staticRuntime
let whereStatic = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let toolSettings = settings + [.unsafeFlags(staticRuntime, whereStatic)]
let toolLinking: [LinkerSetting] = [.unsafeFlags(staticRuntime + executableOnly, whereStatic)]
let compilerLinking: [LinkerSetting] = [.unsafeFlags(wholeProgram + executableOnly, whereStatic)]

/// A library target of this package, in the order in which the data flows.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The test target of the library target `name`.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  exclude: [String] = [], options: [SwiftSetting] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
    resources: resources, swiftSettings: settings + options)
}

/// For tests that compute whole networks in float64 as a reference, which takes minutes unoptimised.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Products of other packages. Each is behind a trait, so that SwiftPM fetches a package only for those who need it:
/// nobody who only links `VGGRuntime` or `VGGCompiler` (`traits: []`), and swift-argument-parser alone for those who
/// use `VGGCPlugin`.
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Plugin"]))
let protobuf = Target.Dependency.product(
  name: "SwiftProtobuf", package: "swift-protobuf", condition: .when(traits: ["ONNX"]))
func nio(_ name: String) -> Target.Dependency {
  .product(name: name, package: "swift-nio", condition: .when(traits: ["Tools"]))
}

/// The program that libFuzzer drives. It links only with `-sanitize=fuzzer`, which `Scripts/fuzz` passes;
/// other builds do not see it.
let fuzzers: [Target] =
  Context.environment["VGGC_FUZZING"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzzer",
      dependencies: [
        "VGGCompilation", "VGGCompute", "VGGData", "VGGDiagnostics", "VGGEmitters", "VGGExecution",
        "VGGFiles", "VGGFindings", "VGGPhrasebooks", "VGGGraph", "VGGLanguageServer", "VGGLessons",
        "VGGMarkup",
        "VGGMetrics", "VGGModelFiles", "VGGPages", "VGGPlayground", "VGGRuntime", "VGGSpec",
        "VGGSyntax",
        "VGGTables", "VGGTraining", "VGGWeights",
      ], path: "Fuzzing/Fuzzer",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
  ]

let package = Package(
  name: "vggc",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "vggc", targets: ["vggc"]),
    .executable(name: "vgg", targets: ["vgg"]),
    .library(name: "VGGCompiler", targets: ["VGGCompiler"]),
    .library(name: "VGGRuntime", targets: ["VGGRuntime"]),
    .plugin(name: "VGGCPlugin", targets: ["VGGCPlugin"]),
    .plugin(name: "VGGCCommandPlugin", targets: ["VGGCCommandPlugin"]),
  ],
  traits: [
    .default(enabledTraits: ["Tools"]),
    .trait(
      name: "Tools", description: "vggc, vgg and VGGCCommandPlugin.",
      enabledTraits: ["Plugin", "ONNX"]),
    .trait(name: "Plugin", description: "VGGCPlugin and its tool."),
    .trait(name: "ONNX", description: "ONNX models from VGGCompiler, which need swift-protobuf."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // Without its traits, which need all of Foundation: ICU makes vggc twice as large and slower to start.
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // Also optimised in debug builds: unoptimised, a network takes a hundred times longer.
    .target(
      name: "VGGKernels",
      cSettings: [
        .headerSearchPath("."), .unsafeFlags(["-O2"], .when(configuration: .debug)),
      ]),
    .systemLibrary(
      name: "CGdkPixbuf", pkgConfig: "gdk-pixbuf-2.0",
      providers: [.apt(["libgdk-pixbuf-2.0-dev"]), .brew(["gdk-pixbuf"])]),
    // Inline functions in a header, so that the plugin's tool has no C sources.
    .systemLibrary(name: "CChecksum"),
    library("VGGFiles", ["CChecksum"]),
    library("VGGPhotoFit"),
    library("VGGDiagnostics", ["VGGFiles"]),
    library(
      "VGGFindings", ["VGGDiagnostics", "VGGFiles"],
      // A symbolic link to Configs/mistakes.
      resources: [.embedInCode("Examples")]),
    library("VGGPhrasebooks", ["VGGDiagnostics", "VGGFiles", "VGGFindings"]),
    library(
      "VGGSyntax", ["CYAML", "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGPhrasebooks"]),
    library(
      "VGGSpec", ["VGGFiles", "VGGDiagnostics", "VGGFindings", "VGGPhotoFit", "VGGSyntax"]),
    library("VGGSlips", ["VGGDiagnostics", "VGGFindings", "VGGSpec", "VGGSyntax"]),
    library(
      "VGGGraph", ["VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGPhotoFit", "VGGSpec"]),
    library("VGGGraphJSON", ["VGGDiagnostics", "VGGGraph", "VGGPhotoFit", "VGGSpec"]),
    library("VGGMarkup", ["VGGDiagnostics"]),
    library(
      "VGGTables",
      [
        "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGPhrasebooks", "VGGSpec", "VGGGraph",
        "VGGGraphJSON",
        "VGGMarkup", "VGGPhotoFit",
      ]),
    library(
      "VGGLessons",
      [
        "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGSpec", "VGGGraph", "VGGMarkup",
        "VGGTables",
      ]),
    library(
      "VGGPages",
      [
        "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGSpec", "VGGGraph", "VGGGraphJSON",
        "VGGLessons", "VGGMarkup", "VGGTables",
      ],
      resources: [.embedInCode("Page/report.css")]),
    library(
      "VGGEmitters",
      ["VGGDiagnostics", "VGGFiles", "VGGSpec", "VGGGraph", "VGGGraphJSON", "VGGPhotoFit"],
      resources: [
        "train", "options", "schedule", "images", "placement", "loading", "norms", "evaluation",
        "metrics", "processes", "checkpoint", "progress",
      ].map { .embedInCode("Training/Files/\($0).py") }),
    library(
      "VGGImport",
      ["VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGGraph", "VGGSpec", "VGGSyntax"]),
    library("VGGWeights", ["VGGFiles"]),
    .target(
      name: "VGGONNX",
      dependencies: [
        "VGGDiagnostics", "VGGEmitters", "VGGFiles", "VGGGraph", "VGGPhotoFit", "VGGSpec",
        "VGGWeights",
        protobuf,
      ],
      exclude: ["Format/onnx-subset.proto"], swiftSettings: settings),
    library(
      "VGGModelFiles",
      [
        "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGGraph", "VGGImport", "VGGONNX", "VGGSpec",
        "VGGSyntax", "VGGWeights",
      ]),
    library(
      "VGGWeightFit",
      ["VGGDiagnostics", "VGGFiles", "VGGGraph", "VGGMarkup", "VGGSpec", "VGGWeights"]),
    library(
      "VGGCompilation",
      [
        "VGGFiles", "VGGFindings", "VGGPhrasebooks", "VGGDiagnostics", "VGGSyntax", "VGGSpec",
        "VGGGraph", "VGGEmitters", "VGGImport", "VGGLessons", "VGGPhotoFit", "VGGSlips",
        "VGGWeightFit", "VGGWeights",
      ]),
    library(
      "VGGCompiler",
      [
        "VGGCompilation", "VGGDiagnostics", "VGGEmitters", "VGGFiles", "VGGFindings", "VGGGraph",
        "VGGLessons", "VGGPages", "VGGPhrasebooks", "VGGSpec", "VGGSyntax", "VGGTables",
        "VGGWeights", .target(name: "VGGONNX", condition: .when(traits: ["ONNX"])),
      ]),
    library(
      "VGGLanguageServer",
      [
        "VGGCompilation", "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGPhrasebooks", "VGGGraph",
        "VGGLessons", "VGGPhotoFit",
        "VGGSpec", "VGGSyntax",
      ]),
    library(
      "VGGPlayground",
      [
        "VGGCompilation", "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGPhrasebooks", "VGGGraph",
        "VGGMarkup",
        "VGGPages",
        "VGGSpec", "VGGSyntax", nio("NIOCore"),
        nio("NIOHTTP1"),
        nio("NIOPosix"),
      ],
      resources: [
        "playground.html", "playground.css", "playground.js", "document.js", "editor.js",
        "element.js", "findings.js",
        "link.js",
        "icon.svg", "network.js", "server.js", "size.js",
      ].map { .embedInCode("Page/\($0)") }),
    library("VGGCompute", ["VGGFiles", "VGGKernels", "VGGWeights"]),
    library("VGGRuntime", ["VGGCompute", "VGGFiles", "VGGPhotoFit", "VGGWeights"]),
    library(
      "VGGExecution",
      [
        "VGGCompute", "VGGFiles", "VGGGraph", "VGGSpec", "VGGWeights",
      ]),
    library(
      "VGGCommandLine",
      [
        "VGGCompilation", "VGGDiagnostics", "VGGEmitters", "VGGFiles", "VGGFindings",
        "VGGPhrasebooks",
        "VGGGraph",
        "VGGSpec",
        "VGGWeightFit", "VGGWeights",
        argumentParser,
      ]),
    library("VGGMetrics", ["VGGDiagnostics", "VGGFiles", "VGGMarkup"]),
    library(
      "VGGData",
      [
        "CGdkPixbuf", "VGGDiagnostics", "VGGFiles", "VGGGraph", "VGGPhotoFit", "VGGRuntime",
        "VGGSpec",
        "VGGWeights",
      ]),
    library(
      "VGGTraining",
      [
        "VGGCompute", "VGGData", "VGGDiagnostics", "VGGExecution", "VGGFiles", "VGGGraph",
        "VGGGraphJSON", "VGGMetrics", "VGGSpec", "VGGWeights",
      ]),
    library(
      "VGGInsight",
      [
        "VGGCompute", "VGGData", "VGGDiagnostics", "VGGExecution", "VGGFiles", "VGGGraph",
        "VGGMarkup", "VGGRuntime", "VGGSpec", "VGGTraining", "VGGWeights",
      ], resources: [.embedInCode("Page/look.css"), .embedInCode("Page/look.js")]),
    library("VGGDownloads", ["VGGFiles"]),
    .executableTarget(
      name: "vggc",
      dependencies: [
        "VGGCommandLine", "VGGCompilation", "VGGDiagnostics", "VGGDownloads", "VGGEmitters",
        "VGGFiles", "VGGFindings", "VGGPhrasebooks",
        "VGGGraph", "VGGLanguageServer", "VGGLessons", "VGGMarkup", "VGGModelFiles", "VGGONNX",
        "VGGPages",
        "VGGPlayground", "VGGSpec", "VGGTables", "VGGWeightFit", "VGGWeights",
        argumentParser,
      ],
      // A symbolic link to Docs/schema. The schema of configurations is generated.
      exclude: ["Schemas/vggc.schema.json"], resources: [.embedInCode("Schemas")],
      swiftSettings: toolSettings, linkerSettings: compilerLinking),
    // The tool that VGGCPlugin runs: only the parts of vggc that it needs, without C sources, which SwiftPM compiles
    // again whenever it plans a build.
    .executableTarget(
      name: "vggc-build",
      dependencies: [
        "VGGCommandLine", "VGGCompilation",
        argumentParser,
      ],
      swiftSettings: toolSettings, linkerSettings: toolLinking),
    .plugin(name: "VGGCPlugin", capability: .buildTool(), dependencies: ["vggc-build"]),
    .plugin(
      name: "VGGCCommandPlugin",
      capability: .command(
        intent: .custom(verb: "vggc", description: "Check *.vgg.yaml files, or emit them as Swift.")
      ),
      dependencies: ["vggc"]),
    .executableTarget(
      name: "vgg",
      dependencies: [
        "VGGCommandLine", "VGGCompilation", "VGGCompute", "VGGData", "VGGDiagnostics",
        "VGGExecution",
        "VGGFiles", "VGGFindings", "VGGPhrasebooks", "VGGGraph", "VGGMarkup", "VGGMetrics",
        "VGGPhotoFit",
        "VGGInsight", "VGGRuntime", "VGGSpec", "VGGTraining",
        "VGGWeights",
        argumentParser,
      ],
      swiftSettings: toolSettings, linkerSettings: toolLinking),
    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "VGGTestSupport",
      dependencies: [
        "CSpawn", "VGGCompilation", "VGGDiagnostics", "VGGFiles", "VGGFindings", "VGGPhrasebooks",
        "VGGGraph",
        "VGGSpec",
        "VGGWeights",
      ],
      path: "Tests/VGGTestSupport", swiftSettings: settings),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: [
        "VGGCompilation", "VGGData", "VGGDiagnostics", "VGGEmitters", "VGGExecution", "VGGFindings",
        "VGGGraph", "VGGLessons", "VGGMarkup", "VGGONNX", "VGGPages", "VGGRuntime", "VGGSpec",
        "VGGTables",
        "VGGTestSupport", "VGGTraining", "VGGWeights",
      ], swiftSettings: settings),
    tests("VGGFiles", ["VGGTestSupport"]),
    tests("VGGPhotoFit", ["VGGTestSupport"]),
    tests("VGGDiagnostics", ["VGGTestSupport"]),
    tests("VGGFindings", ["VGGTestSupport"]),
    tests("VGGSyntax", ["VGGTestSupport", "VGGDiagnostics", "VGGCompilation"]),
    tests("VGGSpec", ["VGGTestSupport"]),
    tests("VGGSlips", ["VGGCompilation", "VGGTestSupport"]),
    tests("VGGGraph", ["VGGPhotoFit", "VGGTestSupport"]),
    tests("VGGImport", ["VGGCompilation", "VGGTestSupport"], exclude: ["Texts"]),
    tests(
      "VGGModelFiles",
      [
        "VGGCompilation", "VGGEmitters", "VGGExecution", "VGGGraphJSON", "VGGImport", "VGGONNX",
        "VGGTestSupport", "VGGWeights",
      ], exclude: ["Golden"]),
    tests("VGGWeightFit", ["VGGTestSupport", "VGGWeights"]),
    tests("VGGCompilation", ["VGGTestSupport", "VGGWeights"]),
    tests("VGGCompiler", ["VGGTestSupport"]),
    tests("VGGGraphJSON", ["VGGTestSupport"]),
    tests("VGGMarkup"),
    tests("VGGTables", ["VGGTestSupport"]),
    tests("VGGLessons", ["VGGTestSupport"]),
    tests("VGGPages", ["VGGTestSupport"]),
    tests("VGGEmitters", ["VGGPhotoFit", "VGGTestSupport", "VGGRuntime", "VGGWeights"]),
    .testTarget(
      name: "VGGCommandTests",
      dependencies: [
        "vgg", "vggc", "VGGCommandLine", "VGGCompiler", "VGGDiagnostics", "VGGFiles",
        "VGGTestSupport", "VGGWeights",
      ],
      swiftSettings: settings),
    tests(
      "VGGRuntime", ["VGGCompute", "VGGTestSupport", "VGGWeights"], resources: [.copy("Golden")]),
    tests("VGGCompute", ["VGGTestSupport"]),
    tests(
      "VGGExecution", ["VGGCompute", "VGGTestSupport", "VGGWeights"], options: optimised),
    tests(
      "VGGTraining",
      [
        "VGGCompute", "VGGData", "VGGExecution", "VGGGraph", "VGGSpec", "VGGTestSupport",
        "VGGWeights",
      ],
      exclude: ["Golden"], options: optimised),
    tests(
      "VGGInsight",
      [
        "VGGCompute", "VGGDiagnostics", "VGGExecution", "VGGGraph", "VGGRuntime", "VGGSpec",
        "VGGTestSupport", "VGGWeights",
      ], exclude: ["Golden"], options: optimised),
    tests("VGGWeights", ["VGGTestSupport"], resources: [.copy("Golden")]),
    tests("VGGMetrics", ["VGGTestSupport"]),
    tests(
      "VGGONNX",
      [
        "VGGEmitters", "VGGExecution", "VGGTestSupport", "VGGWeights",
        protobuf,
      ]),
    tests("VGGDownloads", ["VGGTestSupport"]),
    tests("VGGLanguageServer", ["VGGTestSupport"]),
    tests(
      "VGGPlayground",
      [
        "VGGTestSupport", nio("NIOCore"),
        nio("NIOEmbedded"),
        nio("NIOHTTP1"),
      ]),
    tests("VGGData", ["VGGTestSupport", "VGGRuntime"], resources: [.copy("Golden")]),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)
