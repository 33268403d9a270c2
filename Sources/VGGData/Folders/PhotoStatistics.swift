import VGGFiles
import VGGRuntime

/// Statistics of a folder's photos: sizes, brightness, and the photos that cannot be used.
package struct PhotoStatistics: Sendable {
  package struct Size: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let photos: Int
  }

  /// The number of photos that can be used.
  package private(set) var photos = 0
  /// The most frequent first.
  package var sizes: [Size] {
    counts.map { Size(width: $0.key.first, height: $0.key.second, photos: $0.value) }
      .sorted { (-$0.photos, $0.width, $0.height) < (-$1.photos, $1.width, $1.height) }
  }
  /// Whether every pixel of every photo is grey.
  package private(set) var isGrey = true
  package private(set) var unreadable: [UnreadablePhoto] = []
  /// The number of photos with more than eight bits per sample.
  package private(set) var deep = 0
  /// The number of usable photos of each class.
  package private(set) var perClass: [Int]

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private var counts: [Pair: Int] = [:]
  private var means = [0.0, 0.0, 0.0]
  private var squares = [0.0, 0.0, 0.0]

  private static let block = 256

  /// Decodes the photos of `folder`.
  ///
  /// - Parameters:
  ///   - mostPixels: the most pixels that a photo may have.
  ///   - progress: called now and then with the number of photos decoded since.
  package init(
    _ folder: PhotoFolder, threads: Int, mostPixels: Int = Photo.mostPixels,
    progress: (Int) -> Void
  ) {
    perClass = [Int](repeating: 0, count: folder.classes.count)
    for start in stride(from: 0, to: folder.photos.count, by: Self.block) {
      let photos = folder.photos[start..<min(start + Self.block, folder.photos.count)]
      let results = concurrentResults(photos.count, threads: threads) { index in
        measured(photos[start + index].path, mostPixels)
      }
      for (photo, result) in zip(photos, results) { add(photo, result) }
      progress(photos.count)
    }
  }

  private mutating func add(_ photo: LabelledPhoto, _ result: Result<Measured, InputError>) {
    switch result {
    case .success(let measured):
      photos += 1
      perClass[photo.label] += 1
      counts[Pair(first: measured.width, second: measured.height), default: 0] += 1
      isGrey = isGrey && measured.isGrey
      if measured.isDeep { deep += 1 }
      for channel in 0..<3 {
        means[channel] += measured.mean(channel)
        squares[channel] += measured.square(channel)
      }
    case .failure(let error):
      unreadable.append(UnreadablePhoto(path: photo.path, error))
    }
  }

  /// The mean of the samples, from 0 to 1, with the same weight for each photo regardless of size.
  /// One value if all photos are grey, otherwise one per channel.
  package var mean: [Double] {
    guard photos > 0 else { return [] }
    return means.prefix(isGrey ? 1 : 3).map { $0 / Double(photos) }
  }

  /// The standard deviation, weighted like ``mean``.
  package var deviation: [Double] {
    guard photos > 0 else { return [] }
    return zip(mean, squares).map { mean, square in
      max(0, square / Double(photos) - mean * mean).squareRoot()
    }
  }
}

/// A photo's size, and the sums of its samples and of their squares.
private struct Measured: Sendable {
  let width: Int
  let height: Int
  let isGrey: Bool
  let isDeep: Bool
  private let sums: [Int]
  private let squareSums: [Int]

  init(_ photo: Photo) {
    let image = photo.image
    isDeep = photo.isDeep
    (width, height) = (image.width, image.height)
    let channels = image.channels
    var (sums, squares, isGrey) = ([0, 0, 0], [0, 0, 0], true)
    image.samples.withUnsafeBufferPointer { samples in
      for start in stride(from: 0, to: samples.count, by: channels) {
        for channel in 0..<channels {
          let sample = Int(samples[start + channel])
          sums[channel] += sample
          squares[channel] += sample * sample
          isGrey = isGrey && samples[start + channel] == samples[start]
        }
      }
    }
    self.isGrey = isGrey
    self.sums = channels == 1 ? [sums[0], sums[0], sums[0]] : sums
    squareSums = channels == 1 ? [squares[0], squares[0], squares[0]] : squares
  }

  func mean(_ channel: Int) -> Double { Double(sums[channel]) / 255 / Double(width * height) }

  func square(_ channel: Int) -> Double {
    Double(squareSums[channel]) / (255 * 255) / Double(width * height)
  }
}

private func measured(
  _ path: String, _ mostPixels: Int
) -> Result<Measured, InputError> {
  do throws(InputError) {
    return .success(Measured(try Photo(path: path, mostPixels: mostPixels)))
  } catch {
    return .failure(error)
  }
}
