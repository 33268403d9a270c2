import Testing
import VGGCompilation
import VGGDiagnostics
import VGGFindings
import VGGGraph
import VGGPhotoFit
import VGGTestSupport

@Suite struct CheckTests {
  @Test(arguments: [
    ("M, M", "remove one, or merge them: {maxpool: 4}"),
    ("M, {maxpool: 3}", "remove one, or merge them: {maxpool: 6}"),
    ("M, {avgpool: 2}", "remove one of them"),
    ("{maxpool: 3, stride: 1}, M", "remove one of them"),
  ])
  func repeatedPoolsAreJoinedOnlyWhereOneGivesTheSame(entries: String, advice: String) {
    let found = compile("input: [3, 36, 36]\nfeatures: [64, \(entries)]\n").diagnostics
    let repeated = found.first { $0.id == .repeatedPool }
    #expect(repeated?.notes.map(\.message) == [advice])
  }

  @Test func statedInputChannelsAreHeldAgainstTheChain() {
    let compilation = expectDiagnostics(
      """
      input: [3, 32, 32]
      features: [{conv: 64, in: 1️⃣1}, {conv: 64, in: 64}, M, {conv: 128, in: 2️⃣32}, M]
      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .channelMismatch, "convolution expects 1 input channel, but the image has 3"),
        ExpectedDiagnostic(
          "2️⃣", .channelMismatch,
          "convolution expects 32 input channels, but the previous layer outputs 64"),
      ],
      fixed: """
        input: [3, 32, 32]
        features: [{conv: 64, in: 3}, {conv: 64, in: 64}, M, {conv: 128, in: 64}, M]
        """)
    let places = compilation.diagnostics.map {
      $0.notes.first?.range.map { compilation.sources.text(of: $0) }
    }
    #expect(places == ["[3, 32, 32]", "{conv: 64, in: 64}"])
  }

  @Test func statedLinearInputsAreHeldAgainstTheMap() throws {
    let compilation = expectDiagnostics(
      """
      input: [3, 32, 32]
      features: [64, M, 128, M, 256, M]
      classifier:
        - linear: {in: 1️⃣25088, out: 64}
        - relu
        - linear: {in: 2️⃣4096, out: 10}

      """,
      [
        ExpectedDiagnostic(
          "1️⃣", .linearInputMismatch,
          "linear layer expects 25088 inputs, but the feature map flattens to 4096"),
        ExpectedDiagnostic(
          "2️⃣", .linearInputMismatch,
          "linear layer expects 4096 inputs, but the previous layer outputs 64"
        ),
      ],
      fixed: """
        input: [3, 32, 32]
        features: [64, M, 128, M, 256, M]
        classifier:
          - linear: {in: 4096, out: 64}
          - relu
          - linear: {in: 64, out: 10}

        """)
    let first = try #require(compilation.diagnostics.first)
    #expect(first.label == "256 x 4 x 4 = 4096")
    #expect(
      first.notes.map(\.message) == [
        "the feature map becomes 4 x 4 here", "no square input flattens to 25088",
      ])
  }

  @Test func theSizesForWhichAStatedInputFitsAreNamed() throws {
    let compilation = compile(
      "extends: D\ninput: [3, 256, 256]\nclassifier:\n  - linear: {in: 25088, out: 10}\n")
    let notes = try #require(compilation.diagnostics.first).notes.map(\.message)
    #expect(notes.contains("25088 fits square inputs from 224 x 224 to 255 x 255"))
  }

  @Test func aMapThatShrinksToNothingIsReportedOnce() throws {
    let compilation = expectDiagnostics(
      "input: [3, 16, 16]\nfeatures: [8, M, 8, M, 8, M, 8, M, 8, 1️⃣M, 8, M]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .mapTooSmall, "2x2 max pooling doesn't fit the 1 x 1 feature map")
      ])
    let diagnostic = try #require(compilation.diagnostics.first)
    #expect(diagnostic.label == "1 + 2*0 = 1, smaller than the kernel's 2")
    #expect(
      diagnostic.notes.map(\.message) == [
        "the input is 16 x 16", "the smallest square input that works is 64 x 64",
      ])
  }

  @Test func whatDependsOnAnErrorIsPassedOver() {
    expectDiagnostics(
      """
      input: [3, 32, 32]
      features: [64, 1️⃣X, {conv: 128, in: 5}, {conv: 64, in: 2️⃣99}, M]
      classifier:
        - linear: {in: 7, out: 10}
        - linear: {in: 3️⃣11, out: 10}

      """,
      [
        ExpectedDiagnostic("1️⃣", .unknownElement, "unknown entry `X` in `features`"),
        ExpectedDiagnostic(
          "2️⃣", .channelMismatch,
          "convolution expects 99 input channels, but the previous layer outputs 128"),
        ExpectedDiagnostic(
          "3️⃣", .linearInputMismatch,
          "linear layer expects 11 inputs, but the previous layer outputs 10"),
      ],
      fixed: """
        input: [3, 32, 32]
        features: [64, X, {conv: 128, in: 5}, {conv: 64, in: 128}, M]
        classifier:
          - linear: {in: 7, out: 10}
          - linear: {in: 10, out: 10}

        """)
  }

  @Test func aTraceEndsAtTheFirstError() throws {
    let compilation = compile("input: [3, 32, 32]\nfeatures: [64, M, {conv: 8, in: 3}, M]\n")
    guard case .stopped(let trace) = try #require(compilation.models.first) else {
      Issue.record("an unsound model became a graph")
      return
    }
    #expect(trace.layers.map(\.name) == ["features.0", "features.1", "features.2"])
    #expect(trace.stop.id == .channelMismatch)
  }

  @Test func labelsAreHeldAgainstTheOutputs() {
    expectDiagnostics(
      "features: [64, M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\nlabels: 1️⃣[cat, dog, no]\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .classesLabelsMismatch, "3 labels, but the network has 10 outputs")
      ])
  }

  @Test func anEarlierErrorDoesNotHideLabelsThatDoNotFit() {
    let compilation = compile(
      "features: [64, Z, {conv: 64, in: 3}, M]\nclassifier: {classes: 10}\nlabels: [a]\n")
    #expect(compilation.diagnostics.map(\.id) == [.unknownElement, .classesLabelsMismatch])
  }

  @Test func aDefaultClassifierIsPointedAtThroughTheFeatures() {
    let compilation = compile("name: x\nfeatures: [4, M]\n")
    let diagnostic = compilation.diagnostics.first { $0.id == .largeClassifier }
    #expect(diagnostic.map { compilation.sources.start(of: $0.range).line } == 2)
  }

  @Test func limitsAreHeldAgainstTheTotals() {
    expectDiagnostics(
      "features: [64, M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\n"
        + "limits: {parameters: 1️⃣39k, macs: 2️⃣1M, activations: 3️⃣1MiB}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .limitExceeded, "`test` has 39,370 parameters, over the limit of 39,000"),
        ExpectedDiagnostic(
          "2️⃣", .limitExceeded, "`test` has 549,126,784 MACs, over the limit of 1,000,000"),
        ExpectedDiagnostic(
          "3️⃣", .limitExceeded,
          "`test` has 19,267,880 bytes of activations, over the limit of 1,048,576"),
      ])
  }

  @Test func preprocessingIsHeldAgainstTheInput() {
    expectDiagnostics(
      "input: [3, 32, 32]\nfeatures: [64, M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 10}\n"
        + "preprocess: {resize: 1️⃣30, mean: 2️⃣[0.5, 0.5], std: [1, 1, 1]}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .preprocessMismatch,
          "photos are resized to 30 pixels on the shorter side, but the network expects 32 x 32"),
        ExpectedDiagnostic(
          "2️⃣", .preprocessMismatch, "mean has 2 values, but the input has 3 channels"),
      ], offered: ["replace 30 with 32"])
    expectDiagnostics(
      "extends: D\npreprocess: {crop: 1️⃣200}\n",
      [
        ExpectedDiagnostic(
          "1️⃣", .preprocessMismatch,
          "photos are cropped to 200 x 200, but the network expects 224 x 224")
      ], fixed: "extends: D\npreprocess: {crop: 224}\n")
  }

  /// The check without a photo: `resize` is right if photos of the input's proportions fill the input.
  @Test(arguments: [
    ("[3, 100, 50]", "50", nil), ("[3, 50, 100]", "50", nil), ("[3, 100, 50]", "none", nil),
    ("[3, 100, 50]", "[100, 50]", nil), ("[3, 64, 128]", "[64, 128]", nil),
    ("[3, 64, 128]", "[70, 140]", nil), ("[3, 224, 224]", "256", nil), ("[3, 8, 8]", "8", nil),
    (
      "[3, 100, 50]", "49",
      "photos are resized to 49 pixels on the shorter side, but the network expects 100 x 50"
    ),
    (
      "[3, 64, 128]", "[128, 64]",
      "photos are resized to 128 x 64, but the network expects 64 x 128"
    ),
    (
      "[3, 64, 128]", "[64, 127]",
      "photos are resized to 64 x 127, but the network expects 64 x 128"
    ),
  ])
  func theBoundAsksWhetherTheCropFits(input: String, resize: String, message: String?) throws {
    let found = compile(
      "input: \(input)\nfeatures: [8, M, {conv: 8}]\navgpool: 1\nclassifier: {hidden: [], classes: 3}\n"
        + "preprocess: {resize: \(resize)}\n"
    ).diagnostics.filter { $0.id == .preprocessMismatch || $0.id == .smallCrop }
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    // A fix that may be wrong is only offered, but satisfies the check.
    for fixIt in found.flatMap(\.fixIts) {
      #expect(fixIt.confidence == .offered)
      try theBoundAsksWhetherTheCropFits(
        input: input, resize: fixIt.replacement, message: nil)
    }
    #expect(found.flatMap(\.fixIts).count == found.count)
  }

  /// If a configuration does not state `resize`, only the input determines it; `--input` keeps only settings that are
  /// right for any input.
  @Test(arguments: [
    ("[3, 224, 224]", "{mean: 0}", PhotoResize.cover(height: 256, width: 256), nil),
    ("[3, 100, 50]", "{mean: 0}", .cover(height: 114, width: 57), nil),
    ("[3, 8, 8]", "{mean: 0}", .cover(height: 9, width: 9), "[3, 8, 8]"),
    ("[3, 64, 128]", "{resize: [64, 128]}", .size(height: 32, width: 64), "[3, 32, 64]"),
    ("[3, 64, 128]", "{resize: [80, 128]}", .cover(height: 37, width: 73), "[3, 32, 64]"),
    ("[3, 64, 64]", "{resize: 70}", .cover(height: 37, width: 73), "[3, 32, 64]"),
    ("[3, 64, 64]", "{resize: none}", .unchanged, "[3, 32, 64]"),
  ])
  func whatHolds(
    input: String, preprocess: String, resize: PhotoResize, otherInput: String?
  ) throws {
    let numbers = otherInput?.split { "[, ]".contains($0) }.compactMap { Int($0) }
    let other = numbers.map { MapShape(channels: $0[0], height: $0[1], width: $0[2]) }
    let text = "input: \(input)\nfeatures: [8, M]\navgpool: 1\npreprocess: \(preprocess)\n"
    let compilation = compile(text, input: other)
    #expect(compilation.graphs.map(\.preprocessing.resize) == [resize])
    #expect(compilation.graphs.map(\.preprocessing.interpolation) == [.bilinear])
  }

  @Test func countsThatOverflowAreErrors() {
    for features in [
      "[16777216, 1️⃣{conv: 16777216, kernel: 1023}]",
      "[1️⃣{conv: 16777216, padding: 1024, kernel: 1}]",
    ] {
      let input = features.hasPrefix("[16") ? "[3, 1, 1]" : "[3, 1048576, 1048576]"
      let compilation = compile("input: \(input)\nfeatures: \(MarkedText(features).text)\n")
      #expect(
        compilation.diagnostics.filter { $0.severity == .error }.map(\.id) == [.countOverflow])
    }
  }

  @Test func receptiveFieldsThatOverflowAreErrors() {
    let pools = Array(repeating: "{maxpool: 2, padding: 1}", count: 100).joined(separator: ", ")
    let compilation = compile("input: [1, 8, 8]\nfeatures: [1, \(pools)]\n")
    #expect(compilation.diagnostics.filter { $0.severity == .error }.map(\.id) == [.countOverflow])
  }

  static let warnings: [(String, DiagnosticID, String)] = [
    (
      "input: [3, 32, 32]\nfeatures: [64, M, 1️⃣{avgpool: 1, stride: 1}]\nclassifier: {hidden: [], classes: 2}\n",
      .poolWithoutEffect, "a 1 x 1 pooling layer with stride 1 leaves the map unchanged"
    ),
    (
      "input: [3, 32, 32]\nfeatures: [64, M]\nclassifier: {hidden: [], classes: 1️⃣1}\n",
      .oneClass, "with one class, every photo gets a probability of 100%"
    ),
    (
      "input: [3, 33, 32]\nfeatures: [64, 1️⃣M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 2}\n",
      .poolDropsEdge, "pooling 33 x 32 to 16 x 16 drops the last row"
    ),
    (
      "input: [3, 33, 35]\nfeatures: [64, 1️⃣{maxpool: 3, stride: 3}, 64]\navgpool: 1\n"
        + "classifier: {hidden: [], classes: 2}\n",
      .poolDropsEdge, "pooling 33 x 35 to 11 x 11 drops the last 2 columns"
    ),
    (
      "input: [3, 32, 32]\nfeatures: [64, M, 1️⃣M, M, 64]\navgpool: 1\nclassifier: {hidden: [], classes: 2}\n",
      .repeatedPool, "two pooling layers in a row, with no convolution between them"
    ),
    (
      "input: [3, 8, 8]\nfeatures: 1️⃣[64, 64]\nclassifier: {hidden: [], classes: 2}\n",
      .noPooling, "no layer makes the feature map smaller; VGG halves it with M after each block"
    ),
    (
      "input: [3, 8, 8]\nfeatures: [64, M, 64, 64]\navgpool: 1️⃣7\nclassifier: {hidden: [], classes: 2}\n",
      .adaptivePoolEnlarges,
      "avgpool enlarges the 4 x 4 map to 7 x 7 by repeating values"
    ),
    (
      "input: [3, 16, 16]\nfeatures: [64, M, 64, 64]\navgpool: 1️⃣3\nclassifier: {hidden: [], classes: 2}\n",
      .adaptivePoolUneven, "avgpool bins overlap: 8 x 8 isn't a multiple of 3 x 3"
    ),
    (
      "input: [3, 32, 32]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 1️⃣10}\n",
      .largeClassifier,
      "the classifier has 10,250 parameters, 91 times as many as the features (112)"
    ),
    (
      "input: [3, 64, 64]\nfeatures: [8, M, 8]\navgpool: 1\nclassifier: {hidden: [], classes: 2}\n"
        + "preprocess: {resize: 1️⃣3024}\n",
      .smallCrop,
      "the network sees at most 0.04% of each photo: the middle 64 x 64 of at least 3024 x 3024 pixels"
    ),
    (
      "input: [3, 64, 64]\nfeatures: [8, M, 8]\navgpool: 1\nclassifier: {hidden: [], classes: 2}\n"
        + "preprocess: {resize: 1️⃣[128, 72]}\n",
      .smallCrop, "the network sees 44.44% of each photo: the middle 64 x 64 of 128 x 72 pixels"
    ),
  ]

  @Test(arguments: warnings)
  func warning(text: String, id: DiagnosticID, message: String) throws {
    let compilation = compile(MarkedText(text).text)
    #expect(compilation.graphs.count == 1, "a warning stops nothing")
    #expect(compilation.diagnostics.map(\.message) == [message])
    #expect(compilation.diagnostics.map(\.id) == [id])
    #expect(compilation.diagnostics.first?.range.start == MarkedText(text).markers["1️⃣"])
  }

  /// Every image size from the smallest up works, and none below it.
  @Test func smallestInputIsExact() throws {
    var generator = SeededGenerator(seed: 3)
    let entries = [
      "8", "M", "{conv: 8, padding: 0}", "{maxpool: 3, stride: 2, padding: 1}", "{avgpool: 2}",
      "{maxpool: 2, ceil: true}", "{conv: 8, kernel: 5, stride: 2}",
    ]
    for _ in 0..<40 {
      let count = Int.random(in: 1...7, using: &generator)
      let features = (0..<count).compactMap { _ in entries.randomElement(using: &generator) }
      func compiles(_ side: Int) -> Compilation {
        compile("input: [3, \(side), \(side)]\nfeatures: [\(features.joined(separator: ", "))]\n")
      }
      let works = (1...200).map { !compiles($0).diagnostics.hasErrors }
      let first = try #require(works.firstIndex(of: true)) + 1
      #expect(works.dropFirst(first).allSatisfy { $0 })
      if first > 1 {
        let notes = compiles(first - 1).diagnostics.flatMap(\.notes).map(\.message)
        #expect(
          notes.contains("the smallest square input that works is \(first) x \(first)"),
          "\(features)")
      }
    }
  }
}
