import VGGKernels

/// Feature maps in memory that it does not own.
package struct BlockedTensor {
  package let shape: BlockedShape
  package let values: UnsafeMutablePointer<Float>

  package init(_ shape: BlockedShape, at values: UnsafeMutablePointer<Float>) {
    self.shape = shape
    self.values = values
  }
}

extension Team {
  /// Writes plain values, batch x channels x height x width, to `tensor`.
  package func arrange(_ plain: UnsafePointer<Float>, in tensor: BlockedTensor) {
    var shape = tensor.shape.kernelShape
    require(vgg_to_blocked(pointer, &shape, plain, tensor.values))
  }

  /// Writes the values of `tensor` as batch x channels x height x width.
  package func flatten(_ tensor: BlockedTensor, to plain: UnsafeMutablePointer<Float>) {
    var shape = tensor.shape.kernelShape
    require(vgg_to_plain(pointer, &shape, tensor.values, plain))
  }

  /// Copies maps to a layout with another border.
  package func copy(_ input: BlockedTensor, to output: BlockedTensor) {
    call(vgg_copy, input, to: output)
  }

  /// A kernel from one feature map to another.
  typealias MapKernel = (
    OpaquePointer?, UnsafePointer<vgg_shape>?, UnsafePointer<Float>?, UnsafePointer<vgg_shape>?,
    UnsafeMutablePointer<Float>?
  ) -> vgg_status

  func call(
    _ kernel: MapKernel, _ input: BlockedTensor, to output: BlockedTensor,
    name: StaticString = #function
  ) {
    var (from, to) = (input.shape.kernelShape, output.shape.kernelShape)
    require(kernel(pointer, &from, input.values, &to, output.values), name)
  }
}
