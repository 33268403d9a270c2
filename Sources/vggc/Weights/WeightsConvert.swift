import ArgumentParser
import VGGCommandLine
import VGGDiagnostics
import VGGFiles
import VGGWeights

/// `vggc weights convert`: any file of weights as safetensors.
struct WeightsConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a file's tensors as safetensors.",
    discussion: """
      Names, types, shapes and values stay as they are; tensors that share memory are written one by one. \
      The file is written whole or not at all. A file that is there and that this command did not write is \
      left alone.

      Examples:
        vggc weights convert vgg16-397923af.pth vgg16.safetensors

      Exit status: 0 done, 64 wrong usage, 66 a file that cannot be read or is no file of weights, 73 output \
      that cannot be written.
      """)

  @Argument(help: "A safetensors or .pth file.", completion: .file())
  var input: String

  @Argument(help: "Where to write; a name that ends in .safetensors.", completion: .file())
  var output: String

  func validate() throws {
    guard output.hasSuffix(".safetensors") || FileKind(of: output) == .other else {
      throw ValidationError(
        "the output is a safetensors file, so give it a name that ends in .safetensors")
    }
  }

  func run() throws {
    let weights = try Inputs.openWeights(input)
    try Output.refuseToReplaceConverted(output)
    let mebibytes = weights.tensors.reduce(0) { $0 + ($1.byteCount ?? 0) } >> 20
    let progress = Progress("converting", total: mebibytes, unit: " MiB", printsAnswers: false)
    var written = 0
    let result = Result {
      try writeSafetensors(copying: weights, metadata: Output.conversionMetadata, to: output) {
        written += $0
        progress.advance(by: written >> 20)
        written &= 1 << 20 - 1
      }
    }
    progress.clear()
    try Output.complaining(of: output) { try result.get() }
    Console.remark(
      "wrote \(output): \(counted(weights.tensors.count, "tensor")), "
        + "\(grouped(weights.tensors.reduce(0) { $0 + ($1.elementCount ?? 0) })) values")
  }
}
