import VGGGraph

/// The phrases on dilation and groups.
package protocol GeometryPhrases {
  /// The extent of a dilated kernel; the receptive fields of a run of them follow.
  func dilatedKernel(_ run: DilatedRun) -> String
  /// The number of values in that receptive field that are used.
  func dilatedGaps(_ run: DilatedRun) -> String
  /// An explanation of a convolution's groups; its weights and those of the same convolution without groups follow.
  func groups(of convolution: Conv2d, named name: String) -> String
}
