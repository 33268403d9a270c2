/// Keys that some consumers may ignore.
struct KeyException: Sendable {
  /// Keys such as `training.rate`, or sections with all their keys, such as `training`.
  let keys: Set<String>
  let consumers: Set<String>
  let reason: String

  func covers(_ key: LanguageKey, in consumer: Consumer) -> Bool {
    consumers.contains(consumer.name)
      && (keys.contains("\(key)") || keys.contains("\(key.section)"))
  }

  private static let training: Set<String> = [
    "configuration.augment", "configuration.training", "augment", "randomCrop", "training",
    "schedule",
  ]

  private static let photos: Set<String> = ["configuration.preprocess", "preprocess"]

  private static let dropout: Set<String> = [
    "classifier.dropout", "classifierLayer.dropout", "dropout",
  ]

  private static let numbersWithoutWeights: Set<String> = ["activation", "localResponseNorm"]

  static let all: [KeyException] = [
    KeyException(
      keys: training,
      consumers: [
        "Swift", "PyTorch", "ONNX", "summary", "explain", "explain in Korean", "weights",
        "vgg predict",
      ],
      reason: "it does not train"),
    KeyException(
      keys: ["configuration.taps"], consumers: ["training project", "vgg train"],
      reason: "the loss is of the last output alone"),
    KeyException(
      keys: ["configuration.labels"], consumers: ["vgg train"],
      reason: "labels number the folders of photos, and this test has no folders"),
    KeyException(
      keys: photos.union(["configuration.labels"]),
      consumers: ["summary", "explain", "explain in Korean"],
      reason: "it describes the layers, which do not depend on photos and names"),
    KeyException(
      keys: dropout, consumers: ["ONNX", "vgg predict"], reason: "dropout does nothing at inference"
    ),
    KeyException(
      keys: dropout.union(numbersWithoutWeights), consumers: ["summary"],
      reason: "the table has notation, shapes and counts; `vggc explain` has the numbers"),
    KeyException(
      keys: ["configuration.name"], consumers: ["vgg predict", "vgg train", "weights"],
      reason: "no value depends on the name"),
    KeyException(
      keys: photos.union(dropout).union(numbersWithoutWeights).union([
        "averagePooling.count_padding", "configuration.activation", "configuration.labels",
        "configuration.taps", "convolution.activation", "convolution.dilation",
        "globalPooling.global",
      ]), consumers: ["weights"], reason: "no tensor's shape depends on it"),
  ]
}
