/// Grey pictures and their labels, from two IDX files that belong together.
package struct IDXPhotos: Hashable, Sendable {
  /// The purpose of the pictures, from the files' name: `train`, `test`.
  package let part: String
  package let width: Int
  package let height: Int
  package let labels: [UInt8]
  private let samples: [UInt8]

  package var count: Int { labels.count }

  /// Pairs the files: pictures and labels whose names differ in nothing else, or the only two files.
  ///
  /// - Throws: ``IDXError`` if a file has no partner, or the two do not match.
  package static func pairs(_ files: [IDXFile]) throws(IDXError) -> [IDXPhotos] {
    let pictures = files.filter { $0.dimensions.count == 3 }
    var labels = files.filter { $0.dimensions.count == 1 }
    for file in files where ![1, 3].contains(file.dimensions.count) {
      throw IDXError(file.path, .dimensions(file.dimensions.count))
    }
    var pairs: [IDXPhotos] = []
    for file in pictures {
      let isOnly = files.count == 2
      guard let index = labels.firstIndex(where: { isOnly || $0.partName == file.partName }) else {
        throw IDXError(file.path, .noLabels)
      }
      pairs.append(try IDXPhotos(file, labels.remove(at: index)))
    }
    if let file = labels.first {
      throw IDXError(file.path, .noPictures)
    }
    return pairs
  }

  private init(_ pictures: IDXFile, _ labels: IDXFile) throws(IDXError) {
    guard pictures.dimensions[0] == labels.dimensions[0] else {
      throw IDXError(
        labels.path,
        .otherCount(
          labels: labels.dimensions[0], pictures: pictures.dimensions[0], of: pictures.path))
    }
    (height, width) = (pictures.dimensions[1], pictures.dimensions[2])
    guard (1...65_536).contains(height), (1...65_536).contains(width) else {
      throw IDXError(pictures.path, .pictureSize(width: width, height: height))
    }
    part = pictures.partName == "t10k" ? "test" : pictures.partName
    self.labels = labels.values
    samples = pictures.values
  }

  /// A picture as a PNG file.
  ///
  /// - Throws: If zlib fails.
  package func png(_ index: Int) throws -> [UInt8] {
    let size = width * height
    return try PNGFile.file(
      width: width, height: height, samples: samples[index * size..<(index + 1) * size])
  }
}

extension IDXFile {
  /// The part of the name that pictures and labels have in common: `train` of
  /// `train-images-idx3-ubyte.gz`.
  fileprivate var partName: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for marker in ["-images", "-labels", "_images", "_labels", ".images", ".labels"] {
      if let end = name.range(of: marker)?.lowerBound, end > name.startIndex {
        return String(name[..<end])
      }
    }
    return name
  }
}

extension String {
  /// The first occurrence of `part`.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
