import VGGGraph

/// What dilation and groups do.
package protocol GeometryPhrases {
  /// What a dilated kernel spans; the views of a run of them follow.
  func dilatedKernel(_ run: DilatedRun) -> String
  /// How much of that they really see.
  func dilatedGaps(_ run: DilatedRun) -> String
  /// What the groups of a convolution are; their weights and those of one group follow.
  func groups(of convolution: Conv2d, named name: String) -> String
}
