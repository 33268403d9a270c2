import VGGKernels

/// The compilation of the kernels in this process.
package enum KernelBuild {
  /// Whether they were compiled with optimisation, as this package compiles them in every configuration.
  /// Without it, networks run about a hundred times slower.
  package static let isOptimised = vgg_kernels_are_optimised()
}
