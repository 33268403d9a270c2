/// The kinds of JSON documents that `vggc` and `vgg` print or write, each with the name of its schema in `Docs/schema`.
package enum DocumentKind: String, CaseIterable, Sendable {
  case bench
  case benchInsight = "bench-insight"
  case benchTraining = "bench-training"
  case check
  case dataInspect = "data-inspect"
  case diff
  case evaluate
  case graph
  case look
  /// A line of `metrics.jsonl`.
  case metrics
  case predict
  case summary
  case verify
  case weightsCheck = "weights-check"
  case weightsInspect = "weights-inspect"

  /// The document's version, which grows when a reader of an older version could misread the document.
  package var formatVersion: Int { 1 }
}
