/// The work whose progress is shown.
package enum ProgressTitle: Hashable, Sendable {
  case checking
  case readingPhotos
  case decoding
  case classifying
  case looking
  case evaluating
  case measuring
  case inspecting
  case initializing
  case converting
  case writingPhotos
  case writingWeights
  case writing(String)
}
