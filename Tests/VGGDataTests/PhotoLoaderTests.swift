import Foundation
import Testing
import VGGGraph
import VGGRuntime
import VGGTestSupport

@testable import VGGData

/// Batches for training: the same for the same seed, independent of the threads.
@Suite struct PhotoLoaderTests {
  /// Seven photos of 4 x 4 pixels in two classes; photo n is uniformly grey with value 10 * n,
  /// except for its first pixel, which is white.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<7 {
      let samples = [255] + [UInt8](repeating: UInt8(10 * number), count: 15)
      try folder.write(
        Array("P5 4 4 255\n".utf8) + samples, to: "\(number < 4 ? "a" : "b")/\(number).pgm")
    }
    return folder
  }

  private func graph(_ augment: String = "{}", channels: Int = 1) throws -> ModelGraph {
    try VGGTestSupport.graph(
      """
      input: [\(channels), 4, 4]
      features: [2, M]
      classifier: {hidden: [], classes: 2}
      preprocess: {resize: 4, mean: 0, std: 1}
      augment: \(augment)
      """)
  }

  private func loader(
    _ folder: TemporaryFolder, _ graph: ModelGraph, batch: Int = 3,
    order: PhotoLoader.Order = .shuffled, seed: UInt64 = 1, threads: Int = 1,
    largestCache: Int = 1 << 20
  ) throws -> PhotoLoader {
    let transform = InputTransform(graph, isAugmented: order == .shuffled)
    let store = try PhotoStore(
      PhotoFolder(reading: folder.path), transform, threads: 2, largestCache: largestCache
    ) { _ in }
    return PhotoLoader(
      store, transform, batch: batch, order: order, seed: seed, threads: threads)
  }

  private struct Copy: Hashable {
    let index: Int
    let values: [Float]
    let labels: [Int]
    let photos: [Int]
  }

  private func batches(_ loader: PhotoLoader, epoch: Int, from first: Int = 0) throws -> [Copy] {
    var copies: [Copy] = []
    try loader.forEachBatch(ofEpoch: epoch, from: first) { batch in
      copies.append(
        Copy(
          index: batch.index, values: Array(batch.values), labels: batch.labels,
          photos: batch.photos))
    }
    return copies
  }

  @Test func listedPhotosComeInOrder() throws {
    let folder = try folder()
    let loader = try loader(folder, graph(), order: .listed)
    let copies = try batches(loader, epoch: 0)
    #expect(loader.batchCount == 3)
    #expect(copies.map(\.photos) == [[0, 1, 2], [3, 4, 5], [6]])
    #expect(copies.map(\.labels) == [[0, 0, 0], [0, 1, 1], [1]])
    #expect(copies.map(\.values.count) == [48, 48, 16])
    #expect(copies[1].values[17] == 40 / 255 && copies[1].values[16] == 1)
  }

  @Test func everyEpochHasEveryPhotoOnce() throws {
    let folder = try folder()
    let loader = try loader(folder, graph())
    let orders = try (0..<4).map { try batches(loader, epoch: $0).flatMap(\.photos) }
    #expect(orders.allSatisfy { $0.sorted() == Array(0..<7) })
    #expect(Set(orders).count > 1)
  }

  /// Threads, the cache and the first batch of an epoch change nothing.
  @Test(arguments: ["{crop: random, flip: 0.5}", "{crop: {padding: 2}, flip: 0.5}", "{}"])
  func theSeedDecidesAlone(augment: String) throws {
    let folder = try folder()
    let graph = try graph(augment)
    let first = try loader(folder, graph)
    let expected = try (0..<3).map { try batches(first, epoch: $0) }
    for (threads, cache) in [(1, 0), (2, 1 << 20), (3, 40)] {
      let other = try loader(folder, graph, threads: threads, largestCache: cache)
      #expect(other.store.cachedBytes <= cache)
      for epoch in [2, 0, 1] {
        #expect(try batches(other, epoch: epoch) == expected[epoch])
        #expect(try batches(other, epoch: epoch, from: 2) == Array(expected[epoch][2...]))
      }
    }
    #expect(try batches(loader(folder, graph, seed: 2), epoch: 0) != expected[0])
  }

  @Test func chanceChangesPhotosFromEpochToEpoch() throws {
    let folder = try folder()
    let loader = try loader(folder, graph("{flip: 0.5}"), batch: 7)
    // The white pixel is on the left or on the right.
    var mirrored = 0
    for epoch in 0..<40 {
      for copy in try batches(loader, epoch: epoch) {
        for photo in 0..<7 {
          let row = copy.values[photo * 16..<photo * 16 + 4]
          #expect((row[photo * 16] == 1) != (row[photo * 16 + 3] == 1))
          mirrored += row[photo * 16 + 3] == 1 ? 1 : 0
        }
      }
    }
    #expect((100...180).contains(mirrored), "\(mirrored) of 280")
  }

  @Test func greyPhotosFillThreeChannels() throws {
    let folder = try folder()
    let copies = try batches(
      loader(folder, graph("{crop: random}", channels: 3), batch: 7), epoch: 0)
    #expect(copies[0].values.count == 7 * 48)
    #expect(copies[0].values[0..<16] == copies[0].values[16..<32].map { $0 }[...])
  }

  @Test func unreadablePhotosAreListed() throws {
    let folder = try folder()
    try folder.write("no picture", to: "a/broken.png")
    try folder.write("", to: "b/empty.jpg")
    let loader = try loader(folder, graph())
    #expect(loader.store.folder.photos.count == 7)
    #expect(
      loader.store.unreadable.map { $0.path.split(separator: "/").last } == [
        "broken.png", "empty.jpg",
      ])
    #expect(loader.store.unreadable[1].reason == "the file is empty; download or save it again")
  }

  /// If a photo disappears during training, the epoch ends with an error that has its name.
  @Test func aPhotoThatGoes() throws {
    let folder = try folder()
    let loader = try loader(folder, graph(), order: .listed, threads: 2, largestCache: 0)
    try FileManager.default.removeItem(atPath: folder.path + "/b/4.pgm")
    var count = 0
    let error = #expect(throws: InputError.self) {
      try loader.forEachBatch(ofEpoch: 0) { _ in count += 1 }
    }
    #expect(error?.file?.hasSuffix("b/4.pgm") == true)
    #expect(count == 1)
  }

  /// A step that fails ends the epoch, and the loader can be used again.
  @Test func aStepThatFails() throws {
    struct Stop: Error {}
    let folder = try folder()
    let loader = try loader(folder, graph(), batch: 1, threads: 3)
    for _ in 0..<20 {
      #expect(throws: Stop.self) {
        try loader.forEachBatch(ofEpoch: 0) { if $0.index == 1 { throw Stop() } }
      }
    }
    #expect(try batches(loader, epoch: 0).count == 7)
  }

  @Test func networksThatTakeNoPictures() throws {
    let folder = try folder()
    #expect(throws: InputError.self) { try loader(folder, graph(channels: 4)) }
  }
}
