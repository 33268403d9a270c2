import ArgumentParser
import VGGCommandLine
import VGGCompiler
import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGWeightFit
import VGGWeights

/// `vggc weights convert`: any file of weights as safetensors with torchvision's names.
struct WeightsConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a file's tensors as safetensors, under torchvision's names.",
    discussion: """
      Types, shapes and values stay as they are; tensors that share memory are written one by one. Names of timm \
      and Keras and names with a prefix become torchvision's, and Keras's kernels are put in torchvision's order. \
      The file is written whole or not at all. A file that is there and that this command did not write is left \
      alone.

      With --for, exactly the tensors of that network are written, as F32, and they must fit. With --drop-head, \
      too, a last layer that does not fit is left out and made anew from a seed: what training for other classes \
      starts from.

      Examples:
        vggc weights convert vgg16-397923af.pth vgg16.safetensors
        vggc weights convert vgg16.pth start.safetensors --for flowers.yaml --drop-head --seed 1

      Exit status: 0 done, 1 weights that do not fit, 64 wrong usage, 66 a file that cannot be read or is no file \
      of weights, 73 output that cannot be written.
      """)

  @Argument(help: "A safetensors or .pth file.")
  var input: InputFile

  @Argument(help: "Where to write; a name that ends in .safetensors.")
  var output: OutputFile

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Write the tensors of this configuration: a path, - for standard input, or a built-in's name.",
      valueName: "config"))
  var config: InputFile?

  @OptionGroup var model: ModelOptions

  @Flag(help: "With --for: make the last linear layer anew where it does not fit.")
  var dropHead = false

  @Option(help: "With --drop-head: what the new layer depends on; default: 0.")
  var seed: UInt64?

  func validate() throws {
    guard output.path.hasSuffix(".safetensors") || FileKind(of: output.path) == .other else {
      throw ValidationError(
        "the output is a safetensors file, so give it a name that ends in .safetensors")
    }
    if config == nil, model.name != nil { throw ValidationError("--model goes with --for") }
    if config == nil, dropHead { throw ValidationError("--drop-head goes with --for") }
    if !dropHead, seed != nil { throw ValidationError("--seed goes with --drop-head") }
  }

  func run() throws {
    let graph = try config.map { try Inputs.oneGraph($0.path, model: model) }
    let weights = try Inputs.openWeights(input.path)
    try Output.refuseToReplaceConverted(output.path)
    let tensors = graph?.stateTensors.map(TensorDescription.init) ?? weights.tensors
    if let graph {
      try write(weights, for: graph)
    } else {
      try Output.writeWeights("converting", of: tensors, to: output.path) { progress in
        try writeSafetensors(
          copying: weights, metadata: Output.conversionMetadata, to: output.path, progress: progress
        )
      }
    }
    Console.remark(
      "wrote \(output): \(counted(tensors.count, "tensor")), "
        + "\(grouped(tensors.reduce(0) { $0 + ($1.elementCount ?? 0) })) values")
  }

  // MARK: - For a network

  private func write(_ weights: RenamedWeights, for graph: ModelGraph) throws {
    let head = graph.headTensors.map(TensorDescription.init)
    let source = WeightsWithNewHead(
      weights, holding: weights.tensors, head: dropHead ? head : [], seed: seed ?? 0)
    let dropped = weights.tensors.filter { source.dropped.contains($0.name) }
    try refuseWeightsThatDoNotFit(
      weights.tensors.filter { !source.dropped.contains($0.name) }
        + head.filter { source.dropped.contains($0.name) }, graph)
    if dropHead { announce(dropped, madeAnew: source.dropped) }
    let tensors = graph.stateTensors.map(TensorDescription.init)
    try Output.writeWeights("converting", of: tensors, to: output.path) { progress in
      try writeSafetensors(
        tensors, from: FiniteWeights(source),
        metadata: Output.conversionMetadata.merging(
          source.dropped.isEmpty ? weights.file.classesMetadata : [:]
        ) { own, _ in own }, to: output.path, progress: progress)
    }
  }

  private func refuseWeightsThatDoNotFit(
    _ tensors: [TensorDescription], _ graph: ModelGraph
  ) throws {
    let fit = WeightFit(tensors, of: input.path, for: graph)
    guard !fit.fits else { return }
    let stream = Console.Stream.error
    Console.writeError(
      WeightFitReport(file: input.path, fits: [fit]).text(width: stream.width, style: stream.style))
    throw ExitCode.unsound
  }

  private func announce(_ dropped: [TensorDescription], madeAnew names: [String]) {
    guard !names.isEmpty else { return Console.remark("the last layer fits, and is kept") }
    let old = dropped.map { "\($0.name) (\(dimensions($0.shape)))" }.joined(separator: " and ")
    Console.remark(
      (old.isEmpty ? "" : "dropped \(old); ")
        + "\(names.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") new, from seed \(seed ?? 0)"
    )
  }
}

extension TensorDescription {
  /// A tensor that a network reads, as F32.
  fileprivate init(_ tensor: StateTensor) {
    self.init(name: tensor.name, shape: tensor.shape)
  }
}
