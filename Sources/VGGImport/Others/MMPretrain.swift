import VGGFindings
import VGGSpec

/// The configs of OpenMMLab's mmpretrain (mmcls), which are Python: `model = dict(backbone=dict(type='VGG', …))`.
enum MMPretrain: TextReader {
  static func read(_ text: CandidateText) -> TextReading? {
    guard let model = text.program.values.first(where: { $0.name == "model" }),
      let fields = model.value.fields, let backbone = fields["backbone"]?.fields
    else { return nil }
    do throws(Obstacle) {
      guard backbone["type"]?.text == "VGG" else {
        throw Obstacle(.layer(backbone["type"]?.text ?? "backbone"), at: model.value.range)
      }
      return TextReading(
        .mmpretrain, at: model.place,
        .models([try vgg(backbone, model: fields, at: model.value.range)]))
    } catch {
      return TextReading(.mmpretrain, at: model.place, .obstructed([error]))
    }
  }

  /// Keys of the backbone that do not change any layer.
  private static let harmless: Set<String> = [
    "type", "depth", "num_classes", "norm_cfg", "act_cfg", "init_cfg", "norm_eval",
    "with_last_pool", "frozen_stages", "out_indices",
  ]

  private static func vgg(
    _ backbone: [String: PythonNode], model: [String: PythonNode], at range: Range<Int>
  ) throws(Obstacle) -> ImportedModel {
    for (key, node) in backbone.sorted(by: { $0.key < $1.key }) where !harmless.contains(key) {
      throw Obstacle(.value(node.shown, of: key), at: node.range)
    }
    guard let depth = backbone["depth"]?.integer,
      let builtIn = BuiltInConfiguration.named("vgg\(depth)")
    else { throw Obstacle(.missing("depth", of: "VGG"), at: range) }
    for key in ["out_indices", "act_cfg"] {
      if let node = backbone[key] { throw Obstacle(.value(node.shown, of: key), at: node.range) }
    }
    if let node = model["neck"], !node.isNone {
      throw Obstacle(.value(node.shown, of: "neck"), at: node.range)
    }
    // The classifier's input would be a map that it does not fit.
    if let node = backbone["with_last_pool"], node.truth != true {
      throw Obstacle(.value(node.shown, of: "with_last_pool"), at: node.range)
    }
    if let type = model["head"]?.fields?["type"]?.text, type != "ClsHead" {
      throw Obstacle(.layer(type), at: model["head"]?.range ?? range)
    }
    guard let classes = backbone["num_classes"]?.integer, LanguageBounds.channels.contains(classes)
    else { throw Obstacle(.missing("num_classes", of: "VGG"), at: range) }
    guard let spec = builtIn.specs.first else {
      throw Obstacle(.value("\(depth)", of: "depth"), at: range)
    }
    var result = ImportedModel(name: "vgg\(depth)", features: spec.features.map(\.value))
    result.classifier = spec.classifier.map(\.value)
    if case .linear(var last) = result.classifier?.popLast() {
      last.outputs = classes
      result.classifier?.append(.linear(last))
    }
    if let norm = backbone["norm_cfg"], !norm.isNone {
      guard ["BN", "SyncBN"].contains(norm.fields?["type"]?.text) else {
        throw Obstacle(.value(norm.shown, of: "norm_cfg"), at: norm.range)
      }
      result.batchNorm = true
    }
    result.unsaid = [.input]
    return result
  }
}
