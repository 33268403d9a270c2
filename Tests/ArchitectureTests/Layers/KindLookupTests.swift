import Testing

/// Checks that layer kinds are matched only where they are defined and in the backends' layer folders; other code
/// reads their properties.
@Suite struct KindLookupTests {
  /// The cases that no other enum of the package has.
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

  /// A layer's name is for display only: no decision depends on it.
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
  /// Whether the names are those of tensors in files, which have no layers.
  fileprivate var readsForeignNames: Bool {
    ["VGGWeights/", "VGGWeightFit/", "vggc/Weights/"].contains { shortPath.hasPrefix($0) }
  }
}
