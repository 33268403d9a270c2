import ArgumentParser
import VGGDiagnostics

extension DocumentKind: ExpressibleByArgument {
  /// The JSON Schema (draft 2020-12) of the document: the file in `Docs/schema`.
  var schema: [UInt8] {
    switch self {
    case .bench: PackageResources.bench_schema_json
    case .benchInsight: PackageResources.bench_insight_schema_json
    case .benchTraining: PackageResources.bench_training_schema_json
    case .check: PackageResources.check_schema_json
    case .dataInspect: PackageResources.data_inspect_schema_json
    case .diff: PackageResources.diff_schema_json
    case .evaluate: PackageResources.evaluate_schema_json
    case .graph: PackageResources.graph_schema_json
    case .look: PackageResources.look_schema_json
    case .metrics: PackageResources.metrics_schema_json
    case .predict: PackageResources.predict_schema_json
    case .summary: PackageResources.summary_schema_json
    case .verify: PackageResources.verify_schema_json
    case .weightsCheck: PackageResources.weights_check_schema_json
    case .weightsInspect: PackageResources.weights_inspect_schema_json
    }
  }
}
