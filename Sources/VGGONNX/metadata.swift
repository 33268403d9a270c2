import VGGDiagnostics
import VGGEmitters
import VGGGraph
import VGGPhotoFit
import VGGWeights

/// A model's metadata, in addition to its graph; lists are JSON.
///
/// The names of image axes and scales are those of the configuration language's `preprocess`.
func metadata(
  of graph: ModelGraph, _ provenance: Provenance, _ weights: ONNXWeights
) -> [ONNXStringStringEntryProto] {
  let preprocessing = graph.preprocessing
  var entries = [
    ("source", provenance.source), ("source_sha256", provenance.sha256),
    ("preprocess.resize", json(preprocessing.resize)),
    ("preprocess.interpolation", jsonString(preprocessing.interpolation.rawValue)),
    ("preprocess.crop", "[\(preprocessing.crop.height),\(preprocessing.crop.width)]"),
    ("preprocess.mean", jsonArray(preprocessing.mean.map(plain))),
    ("preprocess.std", jsonArray(preprocessing.deviation.map(plain))),
  ]
  if let model = provenance.model { entries.append(("model", model)) }
  if let labels = graph.labels {
    entries.append(("labels", jsonArray(labels.map(jsonString))))
  }
  switch weights {
  case .absent: break
  case .file(let name): entries.append(("weights", name))
  case .seed(let seed): entries.append(("weights", "--init \(seed)"))
  }
  return entries.map(ONNXStringStringEntryProto.init)
}

private func jsonArray(_ elements: [String]) -> String {
  "[\(elements.joined(separator: ","))]"
}

/// The same text as in the output of `vggc emit --json`.
private func json(_ resize: PhotoResize) -> String {
  switch resize {
  case .shorterSide(let side): "\(side)"
  case .size(let height, let width): "[\(height),\(width)]"
  case .cover(let height, let width): "{\"cover\":[\(height),\(width)]}"
  case .unchanged: "null"
  }
}
