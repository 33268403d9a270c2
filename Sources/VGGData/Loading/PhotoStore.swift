import VGGFiles
import VGGPhotoFit
import VGGRuntime

/// A photo that cannot be used, and the reason.
package struct UnreadablePhoto: Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let fault: InputFault
  /// Whether the file could not be read at all, as opposed to not containing a picture.
  package let isMissing: Bool

  init(path: String, _ error: InputError) {
    self.path = path
    fault = error.fault
    isMissing = error.kind == .unreadable
  }

  /// The reason in English.
  package var reason: String { fault.reason }

  package var description: String { "\(path): \(reason)" }
}

/// Photos that have all been decoded once, to find those that cannot be used; as many as fit are
/// kept in memory.
package struct PhotoStore: Sendable {
  /// The photos that can be used.
  package let folder: PhotoFolder
  package let unreadable: [UnreadablePhoto]
  /// The part of the photos that the network sees.
  package let coverage: PhotoCoverage
  /// Photos with more than eight bits per sample.
  package let deep: Int
  /// The size of the pictures in memory, in bytes.
  package let cachedBytes: Int
  /// A digest of the photos' pixels as the network gets them, before random changes: 16 hexadecimal
  /// digits.
  package let digest: String
  private let transform: InputTransform
  private let mostPixels: Int
  /// Prepared pictures; `nil` for those that are decoded each time.
  private let cache: [PixelImage?]

  /// The number of photos decoded between two calls of `progress`.
  private static let block = 256

  /// Decodes the photos of `folder`.
  ///
  /// - Parameters:
  ///   - largestCache: the bytes that pictures in memory may take.
  ///   - mostPixels: the most pixels that a photo may have.
  ///   - progress: called now and then with the number of photos decoded since.
  /// - Throws: `InputError` if the network does not take pictures at all.
  package init(
    _ folder: PhotoFolder, _ transform: InputTransform, threads: Int, largestCache: Int,
    mostPixels: Int = Photo.mostPixels, progress: (Int) -> Void
  ) throws(InputError) {
    // A network that does not take pictures makes every photo unusable; report that once.
    _ = try transform.prepare(PixelImage(width: 1, height: 1, channels: 1, checked: [0]))
    var (usable, cache, unreadable): ([LabelledPhoto], [PixelImage?], [UnreadablePhoto]) = (
      [], [], []
    )
    var (bytes, coverage, deep) = (0, PhotoCoverage(), 0)
    var digest = SHA256()
    for start in stride(from: 0, to: folder.photos.count, by: Self.block) {
      let photos = folder.photos[start..<min(start + Self.block, folder.photos.count)]
      let results = concurrentResults(photos.count, threads: threads) { index in
        Self.prepared(photos[start + index].path, transform, mostPixels: mostPixels)
      }
      for (photo, result) in zip(photos, results) {
        switch result {
        case .success(let prepared):
          if let placement = prepared.placement { coverage.add(placement, path: photo.path) }
          if prepared.isDeep { deep += 1 }
          withUnsafeBytes(of: prepared.checksum.littleEndian) { digest.update($0) }
          let size = prepared.image.samples.count
          let fits = bytes + size <= largestCache
          if fits { bytes += size }
          usable.append(photo)
          cache.append(fits ? prepared.image : nil)
        case .failure(let error):
          unreadable.append(UnreadablePhoto(path: photo.path, error))
        }
      }
      progress(photos.count)
    }
    var usableFolder = folder
    usableFolder.photos = usable
    self.folder = usableFolder
    self.unreadable = unreadable
    self.coverage = coverage
    self.deep = deep
    self.transform = transform
    self.mostPixels = mostPixels
    self.cache = cache
    cachedBytes = bytes
    self.digest = hexadecimal(digest.finalize().prefix(8))
  }

  /// A photo after the fixed step of its preparation.
  ///
  /// - Throws: `InputError` if the file has disappeared or changed since it was first decoded.
  func image(_ index: Int) throws(InputError) -> PixelImage {
    if let image = cache[index] { return image }
    return try transform.prepare(
      Photo(path: folder.photos[index].path, mostPixels: mostPixels).image)
  }

  private static func prepared(
    _ path: String, _ transform: InputTransform, mostPixels: Int
  ) -> Result<PreparedPhoto, InputError> {
    do throws(InputError) {
      let photo = try Photo(path: path, mostPixels: mostPixels)
      let image = try transform.prepare(photo.image)
      return .success(
        PreparedPhoto(
          image: image, checksum: image.checksum,
          placement: transform.placement(of: photo.image), isDeep: photo.isDeep))
    } catch {
      return .failure(error)
    }
  }
}

/// A photo prepared for a network, with its statistics.
private struct PreparedPhoto {
  let image: PixelImage
  let checksum: UInt32
  let placement: PhotoPlacement?
  /// Whether the file has more than eight bits per sample.
  let isDeep: Bool
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
