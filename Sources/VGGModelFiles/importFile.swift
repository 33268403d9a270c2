import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGImport
import VGGSyntax
import VGGWeights

/// Reads the network of another tool's file, and its weights if given. Nothing in a file is executed.
///
/// - Parameters:
///   - path: An ONNX model, a Keras model (.keras, .h5), or a text: Keras's JSON, darknet's .cfg, Caffe's prototxt, a
///     printed PyTorch module, Python source.
///   - weights: The file with the weights of a text; `nil` if there is none.
/// - Throws: `WeightError` for a file that cannot be read or is of another kind.
package func importFile(_ path: String, weights: String?) throws(WeightError) -> ImportedFile {
  let file = try MappedFile(path: path)
  let format = FileFormat(file.bytes) ?? .text
  let second = try weights.map { (path) throws(WeightError) in try MappedFile(path: path) }
  switch format {
  case .text, .json: return try importText(file, weights: second)
  case .onnx:
    try refuse(second, of: format)
    return try readONNX(file)
  case .hdf5:
    try refuse(second, of: format)
    return try readKerasHDF5(file)
  case .kerasZip:
    try refuse(second, of: format)
    return try readKerasArchive(file)
  case .empty, .gitLFSPointer, .safetensors, .pyTorchZip, .torchScriptZip, .pyTorchStream,
    .numPyZip,
    .numPyArray, .pickle, .tfLite, .savedModel, .darknetWeights, .caffeModel, .matlab, .torch7,
    .gguf, .zip, .tar, .gzip, .bzip2, .xz, .zstandard, .sevenZip, .rar, .png, .jpeg, .gif, .bmp,
    .tiff, .webP, .heif, .avif, .binaryPixmap, .plainPixmap, .jpeg2000, .jpegXL, .icon, .photoshop,
    .pdf, .html, .svg, .xml, .video, .program:
    throw WeightError(
      .malformed, file: path, offset: 0, format.description(otherwise: format.importAdvice(path)))
  }
}

private func refuse(_ second: MappedFile?, of format: FileFormat) throws(WeightError) {
  guard let second else { return }
  throw WeightError(
    .malformed, file: second.path, "\(format.name) contains its own weights; leave this file out")
}

extension FileFormat {
  /// The advice, as an imperative, for a file without a supported network.
  fileprivate func importAdvice(_ path: String) -> String {
    let file = shellQuoted(path)
    switch self {
    case .safetensors, .pyTorchZip, .pyTorchStream:
      return
        "it has only weights: `vggc weights infer \(file)` writes a configuration from their names"
    case .darknetWeights: return "put its .cfg first: vggc import NET.cfg \(file)"
    case .caffeModel: return "put its prototxt first: vggc import DEPLOY.prototxt \(file)"
    case .savedModel: return "save it from Keras: model.save('model.keras')"
    case .tfLite, .torchScriptZip: return "export the model as ONNX"
    case .empty, .gitLFSPointer, .kerasZip, .numPyZip, .numPyArray, .pickle, .hdf5, .onnx, .matlab,
      .torch7, .gguf, .zip, .tar, .gzip, .bzip2, .xz, .zstandard, .sevenZip, .rar, .png, .jpeg,
      .gif, .bmp, .tiff, .webP, .heif, .avif, .binaryPixmap, .plainPixmap, .jpeg2000, .jpegXL,
      .icon,
      .photoshop, .pdf, .html, .svg, .xml, .json, .video, .program, .text:
      return
        "import reads ONNX, Keras (.keras, .h5, JSON), darknet's .cfg, Caffe's prototxt, and printed PyTorch modules"
    }
  }
}

// MARK: - Texts

private func importText(
  _ file: MappedFile, weights: MappedFile?
) throws(WeightError) -> ImportedFile {
  guard file.bytes.count <= SourceFile.maximumSize else {
    throw WeightError(
      .malformed, file: file.path,
      "a text file must be at most \(SourceFile.maximumSize >> 20) MiB")
  }
  let source = SourceFile(name: file.path, bytes: Array(file.bytes))
  var sources = SourceMap()
  let id = sources.add(source)
  let root = parseYAML(id, in: sources).root
  guard let text = recognizeText(id, in: sources, root: root) else {
    throw WeightError(
      .malformed, file: file.path,
      "this text does not describe another tool's network; `vggc check` reads configurations")
  }
  switch text.content {
  case .named:
    throw WeightError(
      .malformed, file: file.path,
      "the text is recognised (\(text.kind.rawValue)), but describes too little of its network to import it"
    )
  case .obstructed(let obstacles):
    return ImportedFile(source: source, outcome: .obstructed(obstacles))
  case .models(let models):
    return try add(weights, of: text.kind, to: source, models)
  }
}

private func add(
  _ weights: MappedFile?, of kind: TextKind, to source: SourceFile, _ models: [ImportedModel]
) throws(WeightError) -> ImportedFile {
  var result = ImportedFile(source: source, outcome: .models(models))
  if kind == .darknet {
    result.additions = ["preprocess: {mean: 0, std: 1}"]
    result.remarks = [.darknetValues]
  }
  if kind == .caffe { result.noteColours(of: models) }
  guard let weights else { return result }
  func refuse(_ needed: String) throws(WeightError) {
    let name = FileFormat(weights.bytes)?.name ?? "another file"
    throw WeightError(
      .malformed, file: weights.path, offset: 0,
      "this is \(name); the weights of this text are in \(needed)")
  }
  switch kind {
  case .darknet:
    guard FileFormat(weights.bytes) == .darknetWeights else {
      try refuse("a Darknet weight file")
      return result
    }
    result.stream = try DarknetWeights(weights)
  case .caffe:
    guard FileFormat(weights.bytes) == .caffeModel else {
      try refuse("a .caffemodel")
      return result
    }
    return try result.adding(CaffeBlobs(weights), to: models[0])
  case .kerasJSON:
    guard FileFormat(weights.bytes) == .hdf5 else {
      try refuse("an HDF5 file (.h5)")
      return result
    }
    return try result.adding(KerasWeights(HDF5File(weights)), to: models[0])
  case .layerList, .layerLists, .blockPairs, .torchSource, .torchPrintout, .kerasSource,
    .kerasSummary, .ultralytics, .mmpretrain, .ludwig, .nntrainer, .python, .json, .graphJSON:
    throw WeightError(
      .malformed, file: weights.path,
      "import reads no weights for this kind of text; `vggc weights convert --for CONFIG` reads .pth and safetensors files"
    )
  }
  return result
}
