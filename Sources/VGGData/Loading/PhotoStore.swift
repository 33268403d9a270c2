import VGGFiles
import VGGRuntime

/// A photo that cannot be used, and why.
package struct UnreadablePhoto: Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String
  /// Whether the file could not be read at all, as opposed to holding no picture.
  package let isMissing: Bool

  package init(path: String, reason: String, isMissing: Bool) {
    self.path = path
    self.reason = reason
    self.isMissing = isMissing
  }

  package var description: String { "\(path): \(reason)" }
}

/// Photos that have all been decoded once, so that those which cannot be used are known, and as many
/// of them in memory as fit.
package struct PhotoStore: Sendable {
  /// The photos that can be used.
  package let folder: PhotoFolder
  package let unreadable: [UnreadablePhoto]
  /// Photos of the input's size, a square, that are resized all the same before the middle is taken.
  package let needlesslyResized: Int
  /// Photos with more than eight bits a sample.
  package let deep: Int
  /// Bytes of the pictures in memory.
  package let cachedBytes: Int
  /// A digest of the photos' pixels as the network gets them, but for chance: 16 hexadecimal digits.
  package let digest: String
  private let transform: InputTransform
  private let mostPixels: Int
  /// Prepared pictures; `nil` for those that are decoded each time.
  private let cache: [PixelImage?]

  /// How many photos are decoded between two calls of `progress`.
  private static let block = 256

  /// Decodes the photos of `folder`.
  ///
  /// - Parameters:
  ///   - largestCache: the bytes that pictures in memory may take.
  ///   - mostPixels: the most pixels that a photo may have.
  ///   - progress: called now and then with the number of photos decoded since.
  /// - Throws: `InputError` where the network takes no pictures at all.
  package init(
    _ folder: PhotoFolder, _ transform: InputTransform, threads: Int, largestCache: Int,
    mostPixels: Int = Photo.mostPixels, progress: (Int) -> Void
  ) throws(InputError) {
    // A network that takes no pictures makes every photo unusable; say that once.
    _ = try transform.prepare(PixelImage(width: 1, height: 1, channels: 1, samples: [0]))
    var (usable, cache, unreadable): ([LabelledPhoto], [PixelImage?], [UnreadablePhoto]) = (
      [], [], []
    )
    var (bytes, needlesslyResized, deep) = (0, 0, 0)
    var digest = SHA256()
    for start in stride(from: 0, to: folder.photos.count, by: Self.block) {
      let photos = folder.photos[start..<min(start + Self.block, folder.photos.count)]
      let results = concurrentResults(photos.count, threads: threads) { index in
        Self.prepared(photos[start + index].path, transform, mostPixels: mostPixels)
      }
      for (photo, result) in zip(photos, results) {
        switch result {
        case .success(let (image, isResizedNeedlessly, isDeep, checksum)):
          if isResizedNeedlessly { needlesslyResized += 1 }
          if isDeep { deep += 1 }
          withUnsafeBytes(of: checksum.littleEndian) { digest.update($0) }
          let fits = bytes + image.samples.count <= largestCache
          if fits { bytes += image.samples.count }
          usable.append(photo)
          cache.append(fits ? image : nil)
        case .failure(let error):
          unreadable.append(
            UnreadablePhoto(
              path: photo.path, reason: error.reason, isMissing: error.kind == .unreadable))
        }
      }
      progress(photos.count)
    }
    var usableFolder = folder
    usableFolder.photos = usable
    self.folder = usableFolder
    self.unreadable = unreadable
    self.needlesslyResized = needlesslyResized
    self.deep = deep
    self.transform = transform
    self.mostPixels = mostPixels
    self.cache = cache
    cachedBytes = bytes
    self.digest = hexadecimal(digest.finalize().prefix(8))
  }

  /// A photo as far as chance has no part in it.
  ///
  /// - Throws: `InputError` where the file has gone or changed since it was first decoded.
  func image(_ index: Int) throws(InputError) -> PixelImage {
    if let image = cache[index] { return image }
    return try Self.prepared(folder.photos[index].path, transform, mostPixels: mostPixels).get()
      .image
  }

  private static func prepared(
    _ path: String, _ transform: InputTransform, mostPixels: Int
  ) -> Result<
    (image: PixelImage, isResizedNeedlessly: Bool, isDeep: Bool, checksum: UInt32), InputError
  > {
    do throws(InputError) {
      let photo = try Photo(path: path, mostPixels: mostPixels)
      let prepared = try transform.prepare(photo.image)
      return .success(
        (prepared, transform.resizesNeedlessly(photo.image), photo.isDeep, prepared.checksum))
    } catch {
      return .failure(error)
    }
  }
}

extension PixelImage {
  /// The checksum of the extents and all samples.
  fileprivate var checksum: UInt32 {
    var checksum = CRC32C()
    withUnsafeBytes(of: (width, height, channels)) { checksum.update($0) }
    samples.withUnsafeBytes { checksum.update($0) }
    return checksum.value
  }
}
