import VGGSpec

/// A value that may stand at a place, as it is written.
struct ValueEntry: Hashable {
  let text: String
  let summary: String
  /// The text with its numbers to be filled in, in the protocol's notation; the text itself where
  /// there is nothing to fill in.
  let snippet: String

  init(_ text: String, _ summary: String, snippet: String? = nil) {
    self.text = text
    self.summary = summary
    self.snippet = snippet ?? text
  }
}

extension ConfigurationPlace {
  /// What is usually written here; empty where that is the user's.
  var values: [ValueEntry] {
    switch self {
    case .truth: [ValueEntry("true", ""), ValueEntry("false", "")]
    case .featureElement: Self.featureElements
    case .classifierElement: Self.classifierLayers
    case .features:
      [ValueEntry("[64, M, 128, M]", "The layers in their order.", snippet: "[${1:64, M, 128, M}]")]
    case .input:
      [
        ValueEntry(
          "[3, 224, 224]", "Channels, height and width of the image.",
          snippet: "[${1:3}, ${2:224}, ${3:224}]")
      ]
    case .averagePool:
      [
        ValueEntry("none", "The classifier takes the last map as it is."),
        ValueEntry("1", "Global average pooling: one value a channel."),
        ValueEntry("[7, 7]", "Rows and columns, whatever the input; torchvision's."),
      ]
    case .base:
      BuiltInConfiguration.all.map { ValueEntry($0.name, "A built-in configuration.\n\n\($0.text)") }
    case .optimizer: OptimizerName.allCases.map { ValueEntry($0.rawValue, "") }
    case .schedule:
      [
        ValueEntry("constant", "The rate stays."),
        ValueEntry("plateau", "The rate falls when the accuracy does not rise."),
        ValueEntry("cosine", "Half a cosine from the rate down to 0."),
        ValueEntry(
          "{step: 30, factor: 0.1}", "The rate is multiplied by the factor after so many epochs.",
          snippet: "{step: ${1:30}, factor: ${2:0.1}}"),
      ]
    case .clip: [ValueEntry("none", "Gradients of any size.")]
    case .classifier:
      [
        ValueEntry(
          "{hidden: [4096, 4096], classes: 1000}", "Hidden layers with ReLU and dropout, and classes.",
          snippet: "{hidden: [${1:4096, 4096}], classes: ${2:1000}}")
      ]
    case .model, .models, .linear, .preprocess, .augment, .randomCrop, .training, .limits, .labels,
      .own:
      []
    }
  }

  private static let featureElements = [
    ValueEntry("64", "3x3 convolution to 64 channels, stride 1, padding 1, and ReLU.", snippet: "${1:64}"),
    ValueEntry("M", "2x2 max pooling, stride 2: half the rows and columns."),
    ValueEntry(
      "conv3-64", "The paper's notation: kernel and output channels.", snippet: "conv${1:3}-${2:64}"),
    ValueEntry("conv1-256", "1x1 convolution, padding 0, and ReLU.", snippet: "conv1-${1:256}"),
    ValueEntry("maxpool", "The same as M."),
    ValueEntry("LRN", "Local response normalisation with the paper's numbers."),
    ValueEntry(
      "{conv: 64, kernel: 5, padding: 2}", "A convolution with its numbers.",
      snippet: "{conv: ${1:64}, kernel: ${2:5}, padding: ${3:2}}"),
    ValueEntry(
      "{maxpool: 3, stride: 2}", "Max pooling with its numbers.",
      snippet: "{maxpool: ${1:3}, stride: ${2:2}}"),
    ValueEntry(
      "{avgpool: 2, stride: 2}", "Average pooling.", snippet: "{avgpool: ${1:2}, stride: ${2:2}}"),
    ValueEntry("{dropout: 0.3}", "Dropout among the features.", snippet: "{dropout: ${1:0.3}}"),
  ]

  private static let classifierLayers = [
    ValueEntry("linear: 10", "A fully connected layer with so many outputs.", snippet: "linear: ${1:10}"),
    ValueEntry("relu", "max(0, x)."),
    ValueEntry("dropout: 0.5", "Dropout while training.", snippet: "dropout: ${1:0.5}"),
    ValueEntry("softmax", "Probabilities in place of scores."),
  ]
}
