import Foundation
import Testing
import VGGTestSupport
import VGGWeights

@testable import VGGData

/// Class folders, in the order that torchvision's ImageFolder gives them.
@Suite struct PhotoFolderTests {
  private func folder(_ names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names { try folder.write("", to: name) }
    return folder
  }

  private func relative(_ photos: PhotoFolder) -> [String] {
    photos.photos.map { String($0.path.dropFirst(photos.path.count + 1)) + " \($0.label)" }
  }

  /// The list that `ImageFolder(root).samples` gave for these names with GIF added to its endings:
  /// folders are sorted by their paths, so that `b/sub-x` comes before `b/sub/deep`.
  @Test func orderIsImageFolders() throws {
    let folder = try folder([
      "b/2.png", "b/10.PNG", "b/sub/1.jpg", "b/sub-x/3.jpeg", "b/sub/deep/4.webp", "a/x.gif",
      "Z/é.bmp", "Z/z.ppm", "é/1.tif", "a/notes.txt", "a/no-ending", "a/.hidden.png",
      "b/.git/5.png", ".cache/6.png", "loose.png", "b/7.TiFF", "b/8.pgm",
    ])
    let photos = try PhotoFolder(reading: folder.path)
    #expect(photos.classes == ["Z", "a", "b", "é"])
    #expect(
      relative(photos) == [
        "Z/z.ppm 0", "Z/é.bmp 0", "a/x.gif 1", "b/10.PNG 2", "b/2.png 2", "b/7.TiFF 2", "b/8.pgm 2",
        "b/sub/1.jpg 2", "b/sub-x/3.jpeg 2", "b/sub/deep/4.webp 2", "é/1.tif 3",
      ])
    #expect(photos.counts == [2, 1, 7, 1])
    #expect(
      photos.remarks == [
        "left out 1 hidden folder of \(folder.path): .cache",
        "left out 1 photo of \(folder.path) in no class folder",
        "left out 2 files of \(folder.path) that by their endings are no photo",
      ])
  }

  @Test func numbersAreTexts() throws {
    let folder = try folder(["1/a.png", "10/a.png", "2/a.png"])
    let photos = try PhotoFolder(reading: folder.path + "/")
    #expect(photos.classes == ["1", "10", "2"])
    #expect(photos.photos.first?.path == folder.path + "/1/a.png")
    #expect(photos.remarks.count == 1)
    #expect(
      photos.remarks.first?.contains("as torchvision's ImageFolder has them: 1, 10, 2") == true)
    let risingFolder = try self.folder(["0/a.png", "1/a.png"])
    #expect(try PhotoFolder(reading: risingFolder.path).remarks == [])
  }

  /// Two spellings of é are two folders, whatever Swift thinks of the strings.
  @Test func namesAreBytes() throws {
    let folder = try folder(["caf\u{e9}/a.png", "cafe\u{301}/a.png"])
    let photos = try PhotoFolder(reading: folder.path)
    #expect(
      photos.classes.map { Array($0.utf8) } == [Array("cafe\u{301}".utf8), Array("caf\u{e9}".utf8)])
    #expect(photos.photos.map(\.label) == [0, 1])
    let other = try photos.labelled(asIn: ["caf\u{e9}", "x", "cafe\u{301}"], of: "w")
    #expect(other.photos.map(\.label) == [2, 0])
  }

  @Test func partsOfADatasetAreNoClasses() throws {
    let folder = try folder(["train/cat/a.png", "test/cat/a.png"])
    let remarks = try PhotoFolder(reading: folder.path).remarks
    #expect(remarks.first?.hasSuffix("name \(folder.path)/train") == true, "\(remarks)")
  }

  @Test func linksInACircleEnd() throws {
    let folder = try folder(["a/1.png", "b/sub/2.png"])
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path + "/a/up", withDestinationPath: folder.path)
    try manager.createSymbolicLink(
      atPath: folder.path + "/b/sub/here", withDestinationPath: folder.path + "/b/sub")
    try manager.createSymbolicLink(atPath: folder.path + "/c", withDestinationPath: "b")
    try manager.createSymbolicLink(
      atPath: folder.path + "/a/gone.png", withDestinationPath: "/nowhere/x.png")
    let photos = try PhotoFolder(reading: folder.path)
    #expect(photos.classes == ["a", "b", "c"])
    let names = relative(photos)
    // The link up leads to every class, and there to the folder itself.
    #expect(names.contains("a/gone.png 0") && names.contains("c/sub/2.png 2"))
    #expect(names.filter { $0.hasPrefix("b/") } == ["b/sub/2.png 1"])
    #expect(
      photos.remarks.contains {
        $0.hasSuffix("b/sub/here, a link back to a folder in which it lies")
      })
  }

  @Test func foldersThatHoldNothing() throws {
    func reason(_ path: String) -> PhotoFolderError? {
      #expect(throws: PhotoFolderError.self) { try PhotoFolder(reading: path) }
    }
    let missing = reason("/nowhere/at/all")
    #expect(missing?.description == "/nowhere/at/all: there is no such folder")
    #expect(missing?.isUnreadable == true)
    let file = try folder(["a.png"])
    #expect(reason(file.path + "/a.png")?.isUnreadable == true)
    #expect(
      reason(file.path)?.description.contains(
        "there is no class folder in it; 1 photo in it have no class") == true)
    let empty = try folder(["a/readme.txt"])
    #expect(
      reason(empty.path)?.description.contains("there is no photo in its class folders") == true)
  }

  @Test func whatCannotBeLearned() throws {
    let one = try folder(["cat/1.png"])
    let alone = #expect(throws: PhotoFolderError.self) {
      try PhotoFolder(reading: one.path).checkTrainable()
    }
    #expect(alone?.description.contains("there is only one class, `cat`") == true)
    let gaps = try folder(["cat/1.png", "dog/readme.txt", "owl/readme.txt"])
    let photos = try PhotoFolder(reading: gaps.path)
    #expect(photos.emptyClasses == ["dog", "owl"])
    let empty = #expect(throws: PhotoFolderError.self) { try photos.checkTrainable() }
    #expect(empty?.description.contains("there is no photo of `dog` and of 1 more") == true)
  }

  // MARK: - Split

  private static func many(_ counts: [Int]) -> PhotoFolder {
    PhotoFolder(
      path: "photos", classes: counts.indices.map { "class \($0)" },
      photos: counts.enumerated().flatMap { label, count in
        (0..<count).map { LabelledPhoto(path: "photos/\(label)/\($0)", label: label) }
      })
  }

  @Test func everyClassIsSplit() {
    let photos = Self.many([100, 10, 2, 1, 0])
    let (training, test) = photos.split(holdingBack: 0.2, seed: 7)
    #expect(test.counts == [20, 2, 1, 0, 0])
    #expect(training.counts == [80, 8, 1, 1, 0])
    #expect(Set(training.photos).union(test.photos) == Set(photos.photos))
    // Still in the folder's order.
    let order = Dictionary(uniqueKeysWithValues: photos.photos.enumerated().map { ($1, $0) })
    #expect(test.photos.compactMap { order[$0] } == test.photos.compactMap { order[$0] }.sorted())
  }

  @Test func theSeedDecides() {
    let photos = Self.many([50, 50])
    let first = photos.split(holdingBack: 0.3, seed: 1).test.photos
    #expect(photos.split(holdingBack: 0.3, seed: 1).test.photos == first)
    #expect(photos.split(holdingBack: 0.3, seed: 2).test.photos != first)
    // A class's share does not depend on another class.
    #expect(
      Self.many([50, 70]).split(holdingBack: 0.3, seed: 1).test.photos.filter { $0.label == 0 }
        == first.filter { $0.label == 0 })
  }

  @Test(arguments: [0.0001, 0.9999]) func bothPartsHavePhotos(share: Double) {
    let (training, test) = Self.many([5, 5]).split(holdingBack: share, seed: 0)
    #expect(training.counts.allSatisfy { $0 > 0 } && test.counts.allSatisfy { $0 > 0 })
  }

  /// The same numbers for ever, so that a seed means the same in every version.
  @Test func shufflingIsFixed() {
    var generator = SplitMix64(seed: 42, name: "order 0")
    let order = shuffledIndices(10, using: &generator)
    #expect(order.sorted() == Array(0..<10))
    #expect(order == Self.recorded)
  }

  private static let recorded = [8, 6, 1, 5, 4, 0, 3, 2, 9, 7]
}
