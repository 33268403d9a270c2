import VGGDiagnostics
import VGGFindings
import VGGImport
import VGGSyntax
import VGGWeights

/// Reads a Keras model from one HDF5 file, which contains its configuration as an attribute.
func readKerasHDF5(_ file: MappedFile) throws(WeightError) -> ImportedFile {
  let hdf5 = try HDF5File(file)
  guard let text = try hdf5.root().texts("model_config")?.first else {
    throw WeightError(
      .malformed, file: file.path,
      "this HDF5 file has no model_config: if it has only weights, put the model's JSON first: vggc import MODEL.json "
        + "WEIGHTS.h5")
  }
  return try readKeras(text, named: "\(file.path):model_config", hdf5)
}

/// Reads a .keras file: a zip archive with the configuration and an HDF5 file.
func readKerasArchive(_ file: MappedFile) throws(WeightError) -> ImportedFile {
  let archive = try ZipArchive(file.bytes, file: file.path)
  guard let config = archive["config.json"], let weights = archive["model.weights.h5"] else {
    throw WeightError(
      .malformed, file: file.path,
      "a .keras file has config.json and model.weights.h5, but one of them is missing")
  }
  guard config.bytes.count <= SourceFile.maximumSize else {
    throw WeightError(
      .malformed, file: file.path,
      "its config.json is over \(SourceFile.maximumSize >> 20) MiB")
  }
  let text = String(decoding: file.bytes[config.bytes], as: UTF8.self)
  return try readKeras(
    text, named: "\(file.path):config.json", try HDF5File(file, in: weights.bytes))
}

private func readKeras(
  _ text: String, named name: String, _ weights: HDF5File
) throws(WeightError) -> ImportedFile {
  let source = SourceFile(name: name, text: text)
  var sources = SourceMap()
  let id = sources.add(source)
  guard let recognized = recognizeText(id, in: sources, root: nil), recognized.kind == .kerasJSON
  else {
    throw WeightError(.malformed, file: name, "this is not the configuration of a Keras model")
  }
  switch recognized.content {
  case .named:
    throw WeightError(
      .malformed, file: name,
      "the model is neither Sequential nor Functional: its layers are in Python code")
  case .obstructed(let obstacles):
    return ImportedFile(source: source, outcome: .obstructed(obstacles))
  case .models(let models):
    guard let model = models.first else {
      throw WeightError(.malformed, file: name, "the model has no layers")
    }
    return try ImportedFile(source: source, outcome: .models([model])).adding(
      KerasWeights(weights), to: model)
  }
}
