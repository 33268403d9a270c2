/// Photos that pass through the network together.
package struct PhotoBatch {
  /// The batch's number in its epoch, from 0.
  package let index: Int
  /// Photos x channels x height x width, valid until the next batch is requested.
  package let values: UnsafeBufferPointer<Float>
  /// The class of each photo.
  package let labels: [Int]
  /// The index of each photo in the folder.
  package let photos: [Int]

  package var count: Int { labels.count }
}
