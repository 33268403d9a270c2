// Only with the package's trait ONNX.
#if ONNX
  import VGGGraph
  import VGGONNX
  import VGGWeights

  extension Network {
    /// The weights of an ONNX model.
    public struct ONNXWeights: Hashable, Sendable {
      let seed: UInt64?

      /// No weights: they are inputs of the model, under their names in the state dict.
      public static let inputs = ONNXWeights(seed: nil)

      /// Weights as torchvision initialises them, the same for the same seed.
      public static func seeded(_ seed: UInt64) -> ONNXWeights {
        ONNXWeights(seed: seed)
      }
    }

    /// The network as an ONNX model (opset 17) for any batch size, as `vggc emit --onnx` writes it.
    ///
    /// The model has its weights in it, so VGG-16 with weights has 528 MiB. Weights from a file are left to the command's
    /// option `--weights`.
    ///
    /// - Parameters:
    ///   - weights: The weights to include.
    ///   - softmax: Whether a network that ends in scores gets a softmax after them, so that its output is probabilities.
    /// - Throws: ``UnwritableONNX`` if the model would be over 2 GiB, ONNX's limit, if there is not enough memory, or if
    ///   `softmax` is set for a network that ends in features.
    public func onnx(
      weights: ONNXWeights = .inputs, softmax: Bool = false
    ) throws(UnwritableONNX) -> [UInt8] {
      if softmax, graph.outcome == .features {
        throw UnwritableONNX(
          description: "a softmax needs scores, but \(name) ends in features, \(output)")
      }
      let model = emitONNX(
        graph, provenance, weights: weights.seed.map(VGGONNX.ONNXWeights.seed) ?? .absent,
        softmax: softmax)
      do {
        return try model.bytes(
          weights: SeededInitializer(seed: weights.seed ?? 0, slopes: graph.slopeNames))
      } catch {
        throw UnwritableONNX(description: "\(error)")
      }
    }
  }

  /// The error that a network cannot become an ONNX model.
  public struct UnwritableONNX: Error, CustomStringConvertible {
    /// The reason in English.
    public let description: String
  }
#endif
