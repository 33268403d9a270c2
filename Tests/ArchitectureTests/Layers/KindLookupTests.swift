import Testing

/// That kinds are matched where they are defined and in the backends' folders of layers, and asked for properties
/// elsewhere.
@Suite struct KindLookupTests {
  /// Cases that no other enum of ours has.
  private static let cases = [
    "conv2d", "batchNorm2d", "maxPool2d", "avgPool2d", "adaptiveAvgPool2d",
  ]

  @Test func kindsAreMatchedOnlyInFoldersOfLayers() {
    for file in SourceTree.files where !file.mayMatchKinds {
      for (index, line) in file.lines.enumerated() {
        let matches =
          Self.cases.contains { line.contains("case .\($0)") }
          || line.contains(/(switch|case \..*=) .*(layer|\$0)\.kind( \{|\)|,|$)/)
        #expect(!matches, "\(file.path):\(index + 1) matches a layer's kind: \(line)")
      }
    }
  }

  /// What a layer is called is for people: nothing is decided by it.
  @Test func nothingIsChosenByALayersName() {
    for file in SourceTree.files where !file.readsForeignNames {
      for (index, line) in file.lines.enumerated() {
        for prefix in ["features.", "classifier."] {
          #expect(
            !line.contains("hasPrefix(\"\(prefix)\")"),
            "\(file.path):\(index + 1) chooses by a layer's name: \(line)")
        }
      }
    }
  }
}

extension SourceText {
  fileprivate var mayMatchKinds: Bool {
    module == "VGGGraph" || path.contains("/Layers/")
      || shortPath == "VGGGraphJSON/LayerAttributes.swift"
  }
}

extension SourceText {
  /// Whether the names are those of tensors in files, of which there are no layers.
  fileprivate var readsForeignNames: Bool {
    ["VGGWeights/", "VGGWeightFit/", "vggc/Weights/"].contains { shortPath.hasPrefix($0) }
  }
}
