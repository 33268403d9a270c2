import Dispatch
import Synchronization
import VGGFiles
import VGGRuntime
import VGGWeights

/// Supplies a network's photos, batch by batch. Separate threads decode and augment them while the
/// network works on the previous batch.
///
/// The photos of a batch, their order and their random changes depend only on the seed and the epoch.
/// The last batch of an epoch may have fewer photos.
package final class PhotoLoader {
  /// The order in which photos come.
  package enum Order: Hashable, Sendable {
    /// In the order of the folder.
    case listed
    /// A different order for every epoch.
    case shuffled
  }

  package let store: PhotoStore
  package let batch: Int
  private let transform: InputTransform
  private let order: Order
  private let seed: UInt64
  private let threads: Int
  private let slots: [BatchSlot]
  private let queue = DispatchQueue(label: "vgg.photos", attributes: .concurrent)

  /// - Parameters:
  ///   - batch: photos at a time, at least 1.
  ///   - threads: the number of threads that work ahead, at least 1.
  package init(
    _ store: PhotoStore, _ transform: InputTransform, batch: Int, order: Order, seed: UInt64,
    threads: Int = 1
  ) {
    self.store = store
    self.transform = transform
    self.batch = min(batch, max(store.folder.photos.count, 1))
    self.order = order
    self.seed = seed
    self.threads = threads
    let size = self.batch * transform.count
    // Each slot belongs to one thread, and each thread has two.
    slots = (0..<2 * threads).map { _ in BatchSlot(size: size) }
  }

  /// The number of batches in an epoch.
  package var batchCount: Int { (store.folder.photos.count + batch - 1) / batch }

  /// Passes the batches of an epoch to `body`, one after the other.
  ///
  /// - Parameters:
  ///   - epoch: from 0.
  ///   - first: the number of the first batch, to continue an epoch.
  /// - Throws: `InputError` if a photo can no longer be read; any error of `body`.
  package func forEachBatch(
    ofEpoch epoch: Int, from first: Int = 0, _ body: (PhotoBatch) throws -> Void
  ) throws {
    let filler = BatchFiller(
      store: store, transform: transform, order: photoOrder(ofEpoch: epoch), batch: batch,
      epoch: epoch, seed: seed)
    let isStopped = StopFlag()
    let workers = DispatchGroup()
    for slot in slots { slot.free.signal() }
    // If there is no memory for another thread, this one fills the batches.
    let (slots, threads, count) = (slots, MemoryLimit.threads(upTo: threads), batchCount)
    for worker in 0..<threads {
      queue.async(group: workers) {
        for index in stride(from: first + worker, to: count, by: threads) {
          let slot = slots[index % slots.count]
          slot.free.wait()
          if isStopped.value { return }
          filler.fill(slot, batch: index)
          slot.filled.signal()
        }
      }
    }
    defer {
      isStopped.raise()
      for slot in slots { slot.free.signal() }
      workers.wait()
      for slot in slots { slot.empty() }
    }
    for index in first..<max(first, count) {
      let slot = slots[index % slots.count]
      if threads > 0 { slot.filled.wait() } else { filler.fill(slot, batch: index) }
      if let failure = slot.failure { throw failure }
      try body(
        PhotoBatch(
          index: index,
          values: UnsafeBufferPointer(
            rebasing: slot.values[..<(slot.photos.count * transform.count)]),
          labels: slot.photos.map { store.folder.photos[$0].label }, photos: slot.photos))
      slot.free.signal()
    }
  }

  /// The indices of the photos in the order in which they are used.
  package func photoOrder(ofEpoch epoch: Int) -> [Int] {
    switch order {
    case .listed: return Array(store.folder.photos.indices)
    case .shuffled:
      var generator = SplitMix64(seed: seed, name: "order \(epoch)")
      return shuffledIndices(store.folder.photos.count, using: &generator)
    }
  }
}

/// Fills batches of one epoch.
private struct BatchFiller: Sendable {
  let store: PhotoStore
  let transform: InputTransform
  let order: [Int]
  let batch: Int
  let epoch: Int
  let seed: UInt64

  func fill(_ slot: BatchSlot, batch index: Int) {
    slot.photos = Array(order[index * batch..<min((index + 1) * batch, order.count)])
    slot.failure = nil
    guard let start = slot.values.baseAddress else { return }
    do throws(InputError) {
      for (place, photo) in slot.photos.enumerated() {
        var generator = SplitMix64(seed: seed, name: "augment \(epoch) \(photo)")
        transform.write(
          try store.image(photo), chance: &generator, to: start + place * transform.count)
      }
    } catch {
      slot.failure = error
    }
  }
}

/// Memory for a batch that alternates between the thread that fills it and the one that uses it; the
/// thread that has waited for its semaphore owns it.
private final class BatchSlot: @unchecked Sendable {
  let values: UnsafeMutableBufferPointer<Float>
  var photos: [Int] = []
  var failure: InputError?
  let free = DispatchSemaphore(value: 0)
  let filled = DispatchSemaphore(value: 0)

  init(size: Int) {
    values = .allocate(capacity: size)
    values.initialize(repeating: 0)
  }

  /// Takes back signals that no thread waited for.
  func empty() {
    while free.wait(timeout: .now()) == .success {}
    while filled.wait(timeout: .now()) == .success {}
  }

  deinit { values.deallocate() }
}

/// A flag that stops the production of batches.
private final class StopFlag: Sendable {
  private let state = Atomic<Bool>(false)

  var value: Bool { state.load(ordering: .acquiring) }

  func raise() { state.store(true, ordering: .releasing) }
}
