import Testing
import VGGEmitters
import VGGTestSupport

/// Emitted files and the tutorials' programs compile without a warning under the settings of other people's packages.
@Suite struct LanguageSettingsTests {
  /// A package that sets nothing, each upcoming feature, all of them, and the same on the main actor.
  static let settings =
    [.usual, .swift5, .allFeatures] + LanguageSettings.eachFeature + mainActor

  static let mainActor = [
    LanguageSettings.usual.onMainActor, LanguageSettings.allFeatures.onMainActor,
  ]

  @Test func theToolchainHasUpcomingFeatures() {
    let names = LanguageSettings.upcoming(in: "7")
    #expect(names.contains("InternalImportsByDefault") && names.contains("MemberImportVisibility"))
  }

  @Test(arguments: settings) func publicTypes(_ settings: LanguageSettings) throws {
    try expectClientCompiles(access: .public, settings)
  }

  @Test(
    arguments: [AccessLevel.package, .internal],
    [.usual, .allFeatures, LanguageSettings.allFeatures.onMainActor])
  func otherAccessLevels(_ access: AccessLevel, _ settings: LanguageSettings) throws {
    try expectClientCompiles(access: access, settings)
  }

  /// The client is a test only if it fails with a type on the main actor. The conformance to `LayeredNetwork`, which is
  /// not of the main actor, is also left out.
  @Test func theClientRunsNetworksOffTheMainActor() throws {
    var sources = try Self.sources(access: .public)
    sources["Tiny"] = sources["Tiny"]?.replacing(
      "public nonisolated struct Tiny: LayeredNetwork", with: "public struct Tiny")
    let result = try TypeChecker.check(
      sources, options: LanguageSettings.usual.onMainActor.options)
    #expect(result.status != 0 && result.errors.contains("main actor-isolated"), "\(result.errors)")
  }

  /// The programs of both tutorials, which `TutorialTests` builds as they are; without the first ones, whose lines the second
  /// ones also have.
  @Test(arguments: settings) func tutorials(_ settings: LanguageSettings) throws {
    let run = "Sources/VGGRuntime/VGGRuntime.docc/Resources/Run-"
    let compile = "Sources/VGGCompiler/VGGCompiler.docc/Resources/Compile-"
    var sources = ["Tiny": try Checkout.text(run + "Tiny.swift")]
    for step in 2...8 {
      sources["Run\(step)"] = try function("run\(step)", of: run + "\(step).swift")
    }
    for step in 2...5 {
      sources["Compile\(step)"] = try function("compile\(step)", of: compile + "\(step).swift")
    }
    let result = try TypeChecker.check(sources, options: settings.options)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// A program's statements as a function on the main actor, as a program's are, so that one module can have several programs.
  private func function(_ name: String, of path: String) throws -> String {
    let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let imports = lines.filter { $0.hasPrefix("import ") }.joined(separator: "\n")
    let body = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
    return "\(imports)\n@MainActor func \(name)() async throws {\n\(body)\n}\n"
  }

  private func expectClientCompiles(access: AccessLevel, _ settings: LanguageSettings) throws {
    let result = try TypeChecker.check(
      Self.sources(access: access), options: ["-package-name", "client"] + settings.options)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// A module with emitted files, and a file as a user writes it.
  private static func sources(access: AccessLevel) throws -> [String: String] {
    let networks = [
      NamedNetwork(try graph(TinyNetwork.configuration)),
      NamedNetwork(
        try graph(TinyNetwork.configuration + "\ntaps: [pool1, relu4]\n"), typeName: "Tapped"),
      NamedNetwork(try SampleModel.everyKind.graph()),
    ]
    let emitted = networks.map { ($0.typeName, emitSwift([$0], .test, access: access)) }
    return Dictionary(uniqueKeysWithValues: emitted + [("Client", client)])
  }

  private static let client = #"""
    import VGGRuntime

    @MainActor final class Screen {
      var answer = ""

      func show(_ picture: PixelImage, path: String) async throws {
        answer = try await label(of: picture, path: path)
        let network = try Tiny(weights: SeededInitializer(seed: 7))
        let image: FeatureMap<3, 12, 10> = try Tiny.preprocessing(picture)
        let task = Task.detached { network(image).values }
        answer += "\(await task.value)"
      }
    }

    @concurrent nonisolated func label(of picture: PixelImage, path: String) async throws -> String {
      let network = try Tiny(weights: WeightFile(path: path))
      let probabilities = try network(Tiny.preprocessing(picture)).softmax().values
      let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
      return best.map { Tiny.labels[$0] } ?? ""
    }

    actor Worker {
      private let network: Tiny

      init(_ weights: some WeightSource) throws { network = try Tiny(weights: weights) }

      func scores(of image: FeatureMap<3, 12, 10>) -> FeatureVector<6> { network(image) }
    }

    nonisolated func taps(of image: FeatureMap<3, 12, 10>, _ network: Tapped) -> [String] {
      let taps = network.outputs(of: image).taps
      return taps.named.map { "\($0.name) \($0.dimensions)" } + ["\(taps.pool1.values.count)"]
    }

    nonisolated func names(of path: String) -> [String] {
      do throws(WeightError) {
        let file = try WeightFile(path: path)
        return file.tensors.map { "\($0.name) \($0.type) \($0.shape)" } + file.metadata.keys
      } catch {
        return error.kind == .unreadable ? [] : [error.reason]
      }
    }

    nonisolated func side() -> Int {
      switch Tiny.preprocessing.resize {
      case .shorterSide(let side): side
      case .size, .cover, .unchanged: 0
      }
    }

    nonisolated func program() -> ClassifierProgram<3, 12, 10, 6> {
      ClassifierProgram(
        name: "Tiny", preprocessing: Tiny.preprocessing, labels: Tiny.labels,
        network: { weights, image in try Tiny(weights: weights)(image) })
    }

    """#
}
