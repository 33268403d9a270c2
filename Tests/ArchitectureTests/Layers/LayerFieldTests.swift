import Foundation
import Testing
import VGGGraph
import VGGTables
import VGGTestSupport

/// Checks that no backend ignores a number of a layer: each stored property is changed in turn, and the output
/// of every backend must change, or ``FieldException/all`` must have the pair with a reason.
@Suite struct LayerFieldTests {
  @Test func everyKindHasASample() {
    #expect(LayerKind.samples.map(\.sampleIndex) == Array(LayerKind.samples.indices))
    #expect(Set(LayerKind.samples.map(\.name)).count == LayerKind.samples.count)
  }

  @Test(arguments: LayerKind.samples)
  func everyStoredPropertyIsChanged(_ kind: LayerKind) {
    let listed = kind.fields.map(\.name)
    #expect(Set(listed) == kind.storedProperties)
    #expect(Set(listed).count == listed.count)
    for field in kind.fields { #expect(field.base != field.changed, "\(field.name)") }
  }

  @Test(arguments: Backend.all, LayerKind.samples.flatMap(\.fields))
  func everyBackendSeesEveryField(_ backend: Backend, _ field: LayerField) throws {
    let sample = try handmadeGraph(around: field.base)
    let changed =
      switch backend.network {
      case .onlyTheField:
        sample.replacing(kindOfLayer: field.base.sampleIndex, with: field.changed)
      case .consistent: try handmadeGraph(around: field.changed)
      }
    let isSeen = try backend.output(sample) != backend.output(changed)
    let exception = FieldException.all.first {
      $0.fields.contains(field.name) && $0.backends.contains(backend.name)
    }
    if let exception {
      #expect(
        !isSeen, "\(backend.name) sees \(field.name), so this is not true: \(exception.reason)")
    } else {
      #expect(isSeen, "\(backend.name) says the same whatever \(field.name) is")
    }
  }

  /// Counts and tensors must agree, since they describe the same values.
  @Test(arguments: LayerKind.samples) func tensorsHoldWhatIsCounted(_ kind: LayerKind) throws {
    let operation = kind.operation
    let stored = operation.tensors.reduce(0) { $0 + $1.shape.reduce(1, *) }
    #expect(stored == (try #require(operation.parameterCount)) + operation.statisticCount)
  }

  @Test func everyExceptionNamesAFieldAndABackend() {
    let fields = Set(LayerKind.samples.flatMap(\.fields).map(\.name))
    let backends = Set(Backend.all.map(\.name))
    for exception in FieldException.all {
      #expect(fields.isSuperset(of: exception.fields), "\(exception.reason)")
      #expect(backends.isSuperset(of: exception.backends), "\(exception.reason)")
    }
  }

  /// The layers of two lists are distinguished by every number that a configuration can set.
  @Test(arguments: LayerKind.samples.flatMap(\.fields))
  func aDifferenceIsSeen(_ field: LayerField) throws {
    let sample = try handmadeGraph(around: field.base)
    let changed = sample.replacing(kindOfLayer: field.base.sampleIndex, with: field.changed)
    let report = DifferenceReport(from: [sample], to: [changed])
    let isSeen =
      report.text(width: 500) != DifferenceReport(from: [sample], to: [sample]).text(width: 500)
    #expect(isSeen == (field.base.taking(inputs: 1) != field.changed.taking(inputs: 1)))
  }
}
