import Testing
import VGGPhotoFit
import VGGTestSupport

@testable import VGGEmitters

/// The training project; Scripts/checks/training-project.py checks that it trains.
@Suite struct TrainingTests {
  /// The files of a project that depend on the network; its other files are in Sources unchanged.
  @Test(arguments: [SampleModel.custom, .everyKind]) func golden(_ sample: SampleModel) throws {
    let files = try emitTraining(NamedNetwork(sample.graph()), .test)
    let own = files.filter { file in !TrainingFiles.all.contains { $0.name == file.path } }
    let text = own.filter { $0.path != "model.py" }.map { "=== \($0.path)\n\($0.contents)" }
      .joined()
    try expectGolden(text, "\(sample.folder)/training.txt")
  }

  @Test func theFilesAreOfOneProject() throws {
    let files = try emitTraining(NamedNetwork(SampleModel.custom.graph()), .test)
    #expect(
      files.map(\.path) == [
        "README.md", "model.py", "settings.py", "train.py", "options.py", "schedule.py",
        "images.py", "placement.py", "loading.py", "norms.py", "evaluation.py", "metrics.py",
        "processes.py", "checkpoint.py", "progress.py", "requirements.txt", ".gitignore",
      ])
    for file in files {
      #expect(file.contents.contains(Provenance.mark), "\(file.path)")
      #expect(file.contents.hasSuffix("\n") && !file.contents.hasSuffix("\n\n"), "\(file.path)")
    }
  }

  /// Python compiles every file, and everything that a file imports from another exists.
  @Test func pythonTakesThem() throws {
    try withTemporaryFolder { folder in
      let files = try emitTraining(NamedNetwork(SampleModel.everyKind.graph()), .test)
      let paths = try files.filter { $0.path.hasSuffix(".py") }.map { file in
        try folder.write(file.contents, to: file.path)
      }
      let result = try Tool.run(["python3", "-W", "error", "-m", "py_compile"] + paths)
      #expect(result.status == 0, "\(result.errors)")
      let settings = try #require(files.first { $0.path == "settings.py" }?.contents)
      for file in files where file.path.hasSuffix(".py") {
        for match in file.contents.matches(of: /settings\.([A-Z0-9_]+)/) {
          let isStated = ["\n\(match.1) = ", "\n\(match.1): "].contains { settings.contains($0) }
          #expect(isStated, "\(match.1) in \(file.path)")
        }
      }
    }
  }

  /// A project places pictures where `vgg` does.
  @Test(arguments: ["{}", "{resize: 30}", "{resize: [30, 24]}", "{resize: none}"])
  func picturesGoWhereTheRuntimePutsThem(_ preprocess: String) throws {
    let network = try graph(
      "input: [1, 25, 20]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 3}\npreprocess: \(preprocess)"
    )
    try withTemporaryFolder { folder in
      let files = try emitTraining(NamedNetwork(network), .test)
      for file in files where ["settings.py", "placement.py"].contains(file.path) {
        _ = try folder.write(
          file.contents.split(separator: "\n").filter { !$0.hasPrefix("from model import") }
            .joined(separator: "\n").replacing(
              "= \(NamedNetwork(network).typeName)\n", with: "= 0\n"),
          to: file.path)
      }
      let script = try folder.write(
        """
        from placement import middle, size_after_resizing
        for height in range(1, 60, 3):
            for width in range(1, 60, 2):
                w, h = size_after_resizing(width, height)
                print(h, w, middle(h, 25), middle(w, 20))
        print(*reversed(size_after_resizing(37, 53, 30)))

        """, to: "places.py")
      let result = try Tool.run(["python3", script])
      var lines: [String] = []
      for height in stride(from: 1, to: 60, by: 3) {
        for width in stride(from: 1, to: 60, by: 2) {
          let place = PhotoPlacement(
            height: height, width: width, resize: network.preprocessing.resize, cropHeight: 25,
            cropWidth: 20)
          let starts = [place.rows, place.columns].map { $0.kept.lowerBound - $0.margin }
          lines.append(
            "\(place.rows.resized) \(place.columns.resized) \(starts[0]) \(starts[1])")
        }
      }
      lines.append("42 30")
      #expect(result.output.split(separator: "\n").map(String.init) == lines, "\(result.errors)")
    }
  }

  /// A project has the learning rates of `vgg train`, epoch by epoch.
  @Test func ratesAreTheRecipes() throws {
    let schedules = [
      "constant", "plateau", "cosine", "{plateau: 2, factor: 0.5}", "{step: 3, factor: 0.3}",
      "{step: [2, 3, 7]}", "{cosine: 0.001}", "[0.5, 0.25, 0.125]",
    ]
    let accuracies = [0.5, 0.5, 0.6, 0.6, 0.6, 0.55, 0.6, 0.7, 0.7, 0.7, 0.7, 0.7]
    try withTemporaryFolder { folder in
      var wanted: [Double] = []
      var script = "from schedule import rate_of_epoch\n\n"
      for schedule in schedules {
        let network = try graph(
          "input: [1, 8, 8]\nfeatures: [4]\nclassifier: [{linear: 3}]\ntraining: {epochs: 9, schedule: \(schedule)}"
        )
        let files = try emitTraining(NamedNetwork(network), .test)
        _ = try folder.write(
          try #require(files.first { $0.path == "schedule.py" }?.contents), to: "schedule.py")
        let settings = try #require(files.first { $0.path == "settings.py" }?.contents)
        for line in settings.split(separator: "\n")
        where ["SCHEDULE", "RATE", "EPOCHS"].contains(where: line.hasPrefix) {
          script += "\(line)\n"
        }
        script +=
          "for epoch in range(12):\n    print(rate_of_epoch(epoch, SCHEDULE, RATE, EPOCHS, \(accuracies)))\n"
        wanted += accuracies.indices.map { network.training.rate(ofEpoch: $0, after: accuracies) }
      }
      let result = try Tool.run(["python3", try folder.write(script, to: "rates.py")])
      let rates = result.output.split(separator: "\n").compactMap { Double($0) }
      #expect(rates.count == wanted.count, "\(result.errors)")
      for (rate, expected) in zip(rates, wanted) { #expect(abs(rate - expected) < 1e-15) }
    }
  }

  @Test(arguments: [
    ("classifier: [{linear: 3}, softmax]", "1"), ("classifier: [{linear: 3}]", "None"),
    ("classifier: [{linear: 3}, softmax, {dropout: 0.5}]", "1"),
    ("classifier: [{linear: 3}, softmax, relu]", "None"),
  ])
  func softmaxIsLeftToTheLoss(_ classifier: String, _ place: String) throws {
    let network = NamedNetwork(try graph("input: [1, 8, 8]\nfeatures: [4, M]\n\(classifier)"))
    let settings = try emitTraining(network, .test).first { $0.path == "settings.py" }?.contents
    #expect(try #require(settings).contains("\nSOFTMAX = \(place)\n"))
  }

  @Test(arguments: [
    ("input: [1, 8, 8]\nfeatures: [M]\nclassifier: [relu]", "it has no weights"),
    (
      "input: [2, 8, 8]\nfeatures: [4]\nclassifier: [{linear: 3}]",
      "it takes 2 channels, but images have 1 (grey) or 3 (colour)"
    ),
    (
      "input: [1, 8, 8]\nfeatures: [4]\nclassifier: [{linear: 1}]",
      "its output is 1, but a classifier needs at least two classes"
    ),
  ])
  func untrainable(_ configuration: String, _ reason: String) throws {
    let network = NamedNetwork(try graph(configuration))
    let error = #expect(throws: UntrainableNetwork.self) { try emitTraining(network, .test) }
    #expect(error?.reason == reason)
  }
}
