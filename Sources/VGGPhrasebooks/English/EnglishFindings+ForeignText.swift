import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: ForeignText) -> FindingWords {
    let name = name(of: finding.kind)
    switch finding.reading {
    case .understood(let configuration):
      return FindingWords(
        "\(name), not a vggc configuration; \(understood(finding.kind))",
        notes: notes(on: configuration, of: finding))
    case .obstructed(let obstacles):
      return FindingWords(
        "\(name), not a vggc configuration; \(obstructed(obstacles.count))",
        notes: notes(on: obstacles) + [Note(advice(on: finding.kind))])
    case .named:
      return FindingWords(
        "\(name), not a vggc configuration", notes: [Note(advice(on: finding.kind))])
    }
  }

  private func name(of kind: TextKind) -> String {
    switch kind {
    case .layerList: "this is a Python list of layers"
    case .layerLists: "these are named lists of layers, as in Python"
    case .blockPairs: "these are pairs of (convolutions, channels), as in Dive into Deep Learning"
    case .torchSource: "this is PyTorch source code"
    case .torchPrintout: "this is a model as PyTorch prints it"
    case .kerasSource: "this is Keras source code"
    case .kerasJSON: "this is a Keras model in JSON"
    case .kerasSummary: "this is the output of Keras's model.summary()"
    case .darknet: "this is a darknet .cfg file"
    case .caffe: "this is a Caffe prototxt file"
    case .ultralytics: "this is an Ultralytics model file"
    case .mmpretrain: "this is an mmpretrain config in Python"
    case .ludwig: "this is a Ludwig file"
    case .nntrainer: "this is an nntrainer .ini file"
    case .python: "this is Python code"
    case .json: "this is JSON from another tool"
    case .graphJSON: "this is the JSON that `vggc emit --json` writes"
    }
  }

  private func understood(_ kind: TextKind) -> String {
    switch kind {
    case .layerList: "vggc needs only the list, under `features:`"
    case .layerLists: "vggc needs only the lists, under `models:`"
    case .blockPairs: "vggc needs the layers, with the pooling layer of each block"
    case .torchSource, .torchPrintout, .kerasSource, .kerasJSON, .kerasSummary, .darknet, .caffe,
      .ultralytics, .mmpretrain, .ludwig, .nntrainer, .python, .json, .graphJSON:
      "vggc supports all of its parts"
    }
  }

  private func obstructed(_ count: Int) -> String {
    count == 1
      ? "one part of it has no counterpart in vggc"
      : "\(count) parts of it have no counterpart in vggc"
  }

  private func advice(on kind: TextKind) -> String {
    switch kind {
    case .kerasSummary:
      "a summary has neither kernels nor activations; save the result of model.to_json() instead"
    case .python:
      "vggc takes a list such as `features: [64, 64, M]`, or the output of print(model)"
    case .ludwig, .nntrainer, .json, .layerList, .layerLists, .blockPairs, .torchSource,
      .torchPrintout, .kerasSource, .kerasJSON, .darknet, .caffe, .ultralytics, .mmpretrain:
      "vggc takes the layers as `features: [64, 64, M]` and `classifier: {hidden: [4096], classes: 10}`"
    case .graphJSON:
      "use the configuration that it was generated from"
    }
  }

  // MARK: - Understood parts

  private func notes(on configuration: ForeignConfiguration, of finding: ForeignText) -> [Note] {
    var notes = configuration.unsaid.map { Note(words(for: $0)) }
    notes += configuration.differences.map { Note(words(for: $0)) }
    if let copy = finding.copy {
      notes.append(
        Note(
          "to convert it: cp \(copy.file) \(copy.name), then vggc check --fix \(copy.name)"))
    }
    return notes
  }

  /// The text for a part that a source does not state.
  package func words(for part: UnsaidPart) -> String {
    switch part {
    case .classifier:
      "this text has no classifier; vggc's default is {hidden: [4096, 4096], dropout: 0.5, classes: 1000}"
    case .input: "this text doesn't state the image size; vggc's default is 3 x 224 x 224"
    case .imageSize:
      "this text doesn't state the image's height and width; 224 x 224 is an example"
    case .sizeFromInputs(let inputs, let sides):
      "this text doesn't state the image size; images \(squares(sides)) produce the first linear layer's \(inputs) inputs"
    }
  }

  /// The text for a difference between a source's network and the configuration's.
  package func words(for difference: ForeignDifference) -> String {
    switch difference {
    case .epsilon(let epsilon):
      "the epsilon of its batch normalisation is \(epsilon); vggc uses 1e-5"
    case .forward(let name):
      "the order of the layers is assumed: \(shortened(name)).forward() is not in this text"
    case .pairs:
      "each pair is read as a number of 3x3 convolutions and their channels, with M after each block"
    case .flattenedEnd:
      "the outputs are a flattened map, in the order height x width x channels there and channels x height x width in vggc"
    case .otherStatements:
      "other statements in the text are ignored; check whether they change the network"
    }
  }

  // MARK: - Obstacles

  package func words(for finding: ForeignPart) -> FindingWords {
    FindingWords(words(for: finding.obstacle))
  }

  private static let listedObstacles = 3

  private func notes(on obstacles: [Spanned<ForeignObstacle>]) -> [Note] {
    let listed = obstacles.prefix(Self.listedObstacles).map {
      Note(words(for: $0.value), at: $0.range)
    }
    let rest = obstacles.count - listed.count
    return listed + (rest > 0 ? [Note("and \(rest) more")] : [])
  }

  private func words(for obstacle: ForeignObstacle) -> String {
    switch obstacle {
    case .layer(let name): "vggc has no `\(shortened(name))`"
    case .value(let value, let name):
      "`\(shortened(name))` cannot be \(shortened(value)) in vggc"
    case .argument(let name, let layer):
      "vggc's counterpart of `\(shortened(layer))` has no `\(shortened(name))`"
    case .missing(let name, let layer): "`\(name)` is missing from `\(shortened(layer))`"
    case .normOfFlattenedMap:
      "this normalises a flattened map; vggc normalises only feature maps and the outputs of linear layers"
    case .channels(let stated, let carried):
      "this expects \(stated) channels, but the previous layer outputs \(carried)"
    case .inputs(let stated, let carried):
      "this expects \(stated) inputs, but the previous layer outputs \(carried)"
    case .inputsOfNoImage(let inputs): "no square image produces \(inputs) inputs here"
    case .missingFlatten: "nothing flattens the map before this layer"
    case .mapTooSmall: "the map is too small for this layer"
    case .unevenPadding(let near, let far):
      "this pads \(uneven(near, far)); padding in vggc is the same on both sides"
    case .sameWithoutSize:
      "with a stride, the padding of `same` depends on the image size, which is not stated here"
    case .branch(let name):
      "the input of `\(shortened(name))` is not the previous layer's output; vggc's networks are chains"
    case .expression: "this is not a number, a name or a layer"
    }
  }

  /// The uneven padding: `0 rows above the map and 1 below it`.
  private func uneven(_ near: Sides, _ far: Sides) -> String {
    let rows =
      near.height == far.height
      ? nil : "\(counted(near.height, "row")) above the map and \(far.height) below it"
    let columns =
      near.width == far.width
      ? nil : "\(counted(near.width, "column")) left of the map and \(far.width) right of it"
    return [rows, columns].compactMap { $0 }.joined(separator: ", ")
  }
}
