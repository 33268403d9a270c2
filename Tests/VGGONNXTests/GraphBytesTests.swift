import Foundation
import Testing
import VGGEmitters
import VGGFiles
import VGGTestSupport

@testable import VGGONNX

@Suite struct GraphBytesTests {
  /// More layers than are written at a time, kept and generated again.
  @Test(arguments: [1, 600]) func bytesThatAreMadeAgainAreTheSame(_ layers: Int) throws {
    let features = Array(repeating: "4", count: layers).joined(separator: ", ")
    let graph = try graph(
      "input: [3, 8, 8]\nfeatures: [\(features)]\nclassifier: {hidden: [], classes: 2}\n")
    let provenance = Provenance(version: "1", source: "net.yaml", sha256: "")
    let model = emitONNX(graph, provenance, weights: .absent)
    let kept = try written(GraphBytes(model.graph))
    #expect(try written(GraphBytes(model.graph, mostKept: 0)) == kept)
    #expect(try GraphBytes(model.graph, mostKept: 0).count == kept.count)
    let whole = try ONNXGraphProto(serializedBytes: kept)
    #expect(try whole.serializedBytes() == kept)
    #expect(whole.node.count == 2 * layers + 2)
    #expect(whole.valueInfo.count == 2 * layers + 1)
  }

  private func written(_ bytes: GraphBytes) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try AtomicFile.write(to: "\(folder.path)/graph") { bytes.write(to: $0) }
    return try BoundedFileReader(limit: 1 << 24).read("\(folder.path)/graph")
  }
}
