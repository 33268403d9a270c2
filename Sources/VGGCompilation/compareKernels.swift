import VGGDiagnostics
import VGGGraph
import VGGLessons
import VGGSpec

extension CompilerPipeline {
  /// Compiles the variants of a model with other kernels, and small networks that differ only in
  /// their kernels, so that every figure comes from a checked graph.
  package func compareKernels(of graph: ModelGraph, in file: SourceFile) -> KernelComparison {
    let variants = KernelComparison.variants.compactMap { variant in
      var pipeline = self
      pipeline.reader = ConfigurationFinder.sourceReader { _ in }
      pipeline.modelName = graph.name
      pipeline.kernels = variant
      return ((try? pipeline.compile(file))?.graphs.first).map { (variant, $0) }
    }
    let place = KernelComparison.place(in: graph)
    let stacks = KernelComparison.stackSizes.compactMap { count in
      let kernel = 2 * count + 1
      let stack = Array(repeating: "\(place.channels)", count: count).joined(separator: ", ")
      let one = "{conv: \(place.channels), kernel: \(kernel)}"
      return small(place, stack).flatMap { stack in small(place, one).map { (count, stack, $0) } }
    }
    return KernelComparison(graph, variants: variants, place: place, stacks: stacks)
  }

  /// A network with only some convolutions on a map.
  private func small(_ map: MapShape, _ features: String) -> ModelGraph? {
    let text = """
      input: [\(map.channels), \(map.height), \(map.width)]
      features: [\(features)]
      classifier: {hidden: [], classes: 1}
      """
    let pipeline = CompilerPipeline(reader: reader)
    return pipeline.compileAll(SourceFile(name: "kernels.yaml", text: text)).graphs.first
  }
}
