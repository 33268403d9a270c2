import Testing
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks
import VGGTestSupport

@Suite struct FixItTests {
  private static let range = SourceRange(source: SourceID(index: 0), start: 0, end: 2)

  /// A finding for each edit, with its title, the text that it writes, and its confidence.
  static let edits: [(Diagnostic, String, String, Confidence)] = [
    (
      Diagnostic(UnknownKey("pad", in: .convolution, .meant("padding")), at: range),
      "replace pad with padding", "padding", .certain
    ),
    (
      Diagnostic(YAMLTag("!!int", with: range), at: range), "remove !!int", "", .certain
    ),
    (
      Diagnostic(YAMLSyntax(.unspacedPair("classes: 10")), at: range), "write classes: 10",
      "classes: 10", .certain
    ),
    (
      Diagnostic(
        ValueOutOfRange.boundsOutOfOrder([1, 0.08], of: .key("scale")), at: range),
      "write [0.08, 1]", "[0.08, 1]", .certain
    ),
    (
      Diagnostic(
        PreprocessMismatch.crop(
          PlaneSize(height: 7, width: 7), input: PlaneSize(height: 5, width: 3), source: nil),
        at: range), "crop to [5, 3]", "[5, 3]", .certain
    ),
    (
      Diagnostic(
        PreprocessMismatch.shorterSide(20, input: PlaneSize(height: 50, width: 32), source: nil),
        at: range), "replace 20 with 32", "32", .offered
    ),
    (
      Diagnostic(
        PreprocessMismatch.size(
          PlaneSize(height: 128, width: 64), input: PlaneSize(height: 64, width: 128), source: nil),
        at: range), "replace [128, 64] with [64, 128]", "[64, 128]", .offered
    ),
    (
      Diagnostic(
        SmallCrop(
          crop: PlaneSize(height: 64, width: 64), resized: PlaneSize(height: 256, width: 256),
          isExact: false, share: 0.0625), at: range), "replace 256 with [64, 64]", "[64, 64]",
      .offered
    ),
    (
      Diagnostic(WrongType.quoted(.key("conv"), .number, text: "64"), at: range),
      "remove the quotes", "64", .certain
    ),
    (
      Diagnostic(
        WrongType.truth(.key("bias"), seen: .text("yes"), text: "yes", meant: true), at: range),
      "replace yes with true", "true", .certain
    ),
    (
      Diagnostic(
        ChannelMismatch(stated: 3, carried: 64, source: nil, isImage: false), at: range),
      "replace 3 with 64", "64", .certain
    ),
    (
      Diagnostic(
        LinearInputMismatch.previousLayer(stated: 3, outputs: 64, source: nil), at: range),
      "replace 3 with 64", "64", .certain
    ),
    (
      Diagnostic(UnknownElement.optimizer("sdg", known: ["sgd"], nearest: "sgd"), at: range),
      "replace sdg with sgd", "sgd", .certain
    ),
    (
      Diagnostic(UnknownElement.feature("P", nearest: "M"), at: range), "replace P with M", "M",
      .offered
    ),
    (
      Diagnostic(UnknownElement.ceilPoolLetter("C"), at: range),
      "replace C with {maxpool: 2, ceil: true}", "{maxpool: 2, ceil: true}", .offered
    ),
    (
      Diagnostic(UnknownElement.averagePoolLetter, at: range),
      "replace A with {avgpool: 2, stride: 2}", "{avgpool: 2, stride: 2}", .offered
    ),
    (
      Diagnostic(UnknownElement.swappedNotation(kernel: 64, channels: 3), at: range),
      "replace conv64-3 with conv3-64", "conv3-64", .offered
    ),
    (
      Diagnostic(
        UnknownElement.featureWithoutKind(first: "con", known: ["conv"], nearest: "conv"),
        at: range), "replace con with conv", "conv", .offered
    ),
    (
      Diagnostic(
        UnknownElement.classifierLayer("reul", known: ["relu"], nearest: "relu"), at: range),
      "replace reul with relu", "relu", .offered
    ),
    (
      Diagnostic(
        UnknownBase.missing("vgg-16", .described(""), builtIns: ["vgg16"], nearest: "vgg16"),
        at: range), "replace vgg-16 with vgg16", "vgg16", .offered
    ),
  ]

  @Test(arguments: edits)
  func editsSayWhatTheyDo(
    diagnostic: Diagnostic, title: String, replacement: String, confidence: Confidence
  ) {
    let worded = diagnostic.worded(in: EnglishFindings()).fixIts
    #expect(
      worded == [WordedFixIt(title, replace: Self.range, with: replacement, confidence)])
  }

  @Test(arguments: edits)
  func onlyCertainOnesAreApplied(
    diagnostic: Diagnostic, title: String, replacement: String, confidence: Confidence
  ) {
    var sources = SourceMap()
    let file = SourceFile(name: "t", text: "ab-")
    let bytes = applyFixIts(of: [diagnostic], to: file, sources.add(file))
    let applied = confidence == .certain ? replacement + "-" : "ab-"
    #expect(String(decoding: bytes, as: UTF8.self) == applied)
  }

  @Test func fixItsThatOverlapWait() {
    var sources = SourceMap()
    let file = SourceFile(name: "t", text: "abcdef")
    let source = sources.add(file)
    func edit(_ start: Int, _ end: Int, _ text: String) -> Diagnostic {
      let range = SourceRange(source: source, start: start, end: end)
      return Diagnostic(UnknownKey("", in: .configuration, .meant(text)), at: range)
    }
    let bytes = applyFixIts(
      of: [edit(4, 6, "Z"), edit(0, 2, "XY1"), edit(1, 3, "no")], to: file, source)
    #expect(String(decoding: bytes, as: UTF8.self) == "XY1cdZ")
  }
}
