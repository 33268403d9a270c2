import Foundation
import Testing
import VGGTestSupport
import VGGWeights

@testable import VGGData

/// Class folders, in the order of torchvision's ImageFolder.
@Suite struct PhotoFolderTests {
  private func folder(_ names: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names { try folder.write("", to: name) }
    return folder
  }

  private func relative(_ photos: PhotoFolder) -> [String] {
    photos.photos.map { String($0.path.dropFirst(photos.path.count + 1)) + " \($0.label)" }
  }

  /// The list that `ImageFolder(root).samples` returned for these names with GIF added to its
  /// endings: folders are sorted by their paths, so that `b/sub-x` comes before `b/sub/deep`.
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
      photos.englishRemarks == [
        "skipped 2 hidden folders in \(folder.path): .cache, b/.git",
        "skipped 1 hidden file in \(folder.path)",
        "skipped 1 photo in \(folder.path) outside the class folders",
        "skipped 2 files in \(folder.path) without a photo's file extension",
      ])
  }

  @Test func numbersAreTexts() throws {
    let folder = try folder(["1/a.png", "10/a.png", "2/a.png"])
    let photos = try PhotoFolder(reading: folder.path + "/")
    #expect(photos.classes == ["1", "10", "2"])
    #expect(photos.photos.first?.path == folder.path + "/1/a.png")
    #expect(photos.englishRemarks.count == 1)
    #expect(
      photos.englishRemarks.first?.contains("as in torchvision's ImageFolder: 1, 10, 2") == true)
    let risingFolder = try self.folder(["0/a.png", "1/a.png"])
    #expect(try PhotoFolder(reading: risingFolder.path).englishRemarks == [])
  }

  // MARK: - Unicode

  /// A Mac writes é as e and an accent, other systems as one letter; both are one class, and a
  /// message reports it.
  @Test func twoSpellingsAreOneClass() throws {
    let folder = try folder(["caf\u{e9}/a.png", "cafe\u{301}/b.png", "tea/c.png"])
    let photos = try PhotoFolder(reading: folder.path)
    #expect(photos.classes.map { Array($0.utf8) } == [Array("caf\u{e9}".utf8), Array("tea".utf8)])
    #expect(photos.photos.map(\.label) == [0, 0, 1])
    #expect(
      photos.englishRemarks == [
        "2 folders in \(folder.path) are named `caf\u{e9}` in different Unicode spellings, as written by "
          + "macOS and other systems; their photos are one class"
      ])
  }

  /// The order is that of the composed names, so that it is the same for a folder from a Mac.
  @Test(arguments: [["b\u{e4}r", "\u{e4}pfel"], ["ba\u{308}r", "a\u{308}pfel"]])
  func namesAreComposed(names: [String]) throws {
    let folder = try folder(names.map { "\($0)/1.png" })
    let photos = try PhotoFolder(reading: folder.path)
    #expect(
      photos.classes.map { Array($0.utf8) } == [Array("b\u{e4}r".utf8), Array("\u{e4}pfel".utf8)])
    let other = try photos.labelled(asIn: ["a\u{308}pfel", "x", "ba\u{308}r"], of: "w")
    #expect(other.photos.map(\.label) == [2, 0])
    let korean = "\u{ac15}\u{c544}\u{c9c0}"
    let decomposed = korean.decomposedStringWithCanonicalMapping
    #expect(decomposed.utf8.count > korean.utf8.count)
    #expect(composed(decomposed).utf8.elementsEqual(korean.utf8))
  }

  // MARK: - Layouts

  private func refusal(_ names: [String], for use: PhotoUse) throws -> String {
    let folder = try folder(names)
    let error = #expect(throws: PhotoFolderError.self) {
      try PhotoFolder(reading: folder.path, for: use)
    }
    return error?.description.replacing(folder.path, with: "photos") ?? ""
  }

  /// The folders of the original notes: three of the same classes, and one of weights.
  private static let notes =
    ["train_data", "test_data", "original_data"].flatMap { ["\($0)/cat/1.png", "\($0)/dog/1.png"] }
    + ["model/vgg.pth"]

  @Test(arguments: [
    (PhotoUse.training, "`--data photos/train_data --test photos/test_data`"),
    (.testing, "`--test photos/test_data`"), (.evaluating, "`--data photos/test_data`"),
    (.inspecting, "`vgg data inspect photos/train_data`"),
  ])
  func partsAreProposed(use: PhotoUse, command: String) throws {
    #expect(
      try refusal(Self.notes, for: use)
        == "photos: its folders original_data, test_data, train_data contain the same class folders (cat, dog); "
        + "use \(command)")
  }

  @Test func partsOfAnyNameAreTold() throws {
    let folder = try folder([
      "b/cat/1.png", "b/cat/2.png", "b/dog/1.png", "a/cat/1.png", "a/dog/1.png",
    ])
    let photos = try PhotoFolder(reading: folder.path, for: .training)
    #expect(
      photos.englishRemarks == [
        "\(folder.path): its folders a, b contain the same folders (cat, dog); if these are the classes, use "
          + "`--data \(folder.path)/b --test \(folder.path)/a`"
      ])
  }

  /// Classes may contain folders, which may differ.
  @Test func classesWithFoldersAreClasses() throws {
    let folder = try folder(["cat/sea/1.png", "cat/2.png", "dog/2019/1.png", "dog/2020/2.png"])
    #expect(try PhotoFolder(reading: folder.path).englishRemarks == [])
  }

  @Test func aFolderInAFolderIsProposed() throws {
    let names = ["flowers/rose/1.png", "flowers/tulip/1.png", "__MACOSX/flowers/rose/._1.png"]
    #expect(
      try refusal(names, for: .training)
        == "photos: its only folder, photos/flowers, contains the folders rose, tulip; if these are the classes, use "
        + "`--data photos/flowers`")
    let folder = try folder(names)
    let remarks = try PhotoFolder(reading: folder.path).englishRemarks
    #expect(remarks.first?.hasSuffix("use `vgg data inspect \(folder.path)/flowers`") == true)
    #expect(
      remarks.last == "skipped 1 folder in \(folder.path) that is not a class: __MACOSX")
  }

  @Test func aFolderOfPartsInAFolderIsProposed() throws {
    let command = "`--data photos/all/train --test photos/all/val`"
    #expect(
      try refusal(
        ["all/train/a/1.png", "all/train/b/1.png", "all/val/a/1.png", "all/val/b/1.png"],
        for: .training
      ).hasSuffix("use \(command)"))
  }

  @Test func partsOfADatasetAreNoClasses() throws {
    let folder = try folder(["train/a.png", "test/a.png"])
    let remarks = try PhotoFolder(reading: folder.path).englishRemarks
    #expect(remarks.first?.hasSuffix("pass \(folder.path)/train") == true, "\(remarks)")
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
    // The upward link leads to every class, and through it to the folder itself.
    #expect(names.contains("a/gone.png 0") && names.contains("c/sub/2.png 2"))
    #expect(names.filter { $0.hasPrefix("b/") } == ["b/sub/2.png 1"])
    #expect(
      photos.englishRemarks.contains {
        $0.hasSuffix("b/sub/here, a link back to a folder that contains it")
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
        "there are no class folders in it; 1 photo in it has no class") == true)
    let empty = try folder(["a/readme.txt"])
    #expect(
      reason(empty.path)?.description.contains("there are no photos in its class folders") == true)
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
    #expect(
      empty?.description
        == "\(gaps.path): there are no photos of `dog` and of 1 more class: its folder has only readme.txt, which has no "
        + "photo extension; if it is not a class, move the folder out of \(gaps.path)")
  }

  /// The error about an empty class describes the contents of its folder.
  @Test func emptyClasses() throws {
    let folder = try folder(["cat/1.png", "model/a.pth", "model/b.pth"])
    try FileManager.default.createDirectory(
      atPath: folder.path + "/dog", withIntermediateDirectories: false)
    func reason(_ photos: PhotoFolder) -> String {
      let error = #expect(throws: PhotoFolderError.self) { try photos.checkTrainable() }
      return error?.description ?? ""
    }
    var photos = try PhotoFolder(reading: folder.path)
    #expect(
      reason(photos).contains("its folder is empty; add photos to it, or remove the folder"))
    try FileManager.default.removeItem(atPath: folder.path + "/dog")
    photos = try PhotoFolder(reading: folder.path)
    #expect(
      reason(photos).contains(
        "its folder has 2 files, such as a.pth, and none has a photo extension"))
    photos.photos = []
    #expect(reason(photos).contains("none of the 1 photo in its folder can be used"))
  }

  @Test func archivesAreToBeUnpacked() throws {
    let folder = try folder([])
    let path = try folder.write("PK\u{3}\u{4}", to: "my photos.zip")
    func reason(_ path: String) -> String {
      let error = #expect(throws: PhotoFolderError.self) { try PhotoFolder(reading: path) }
      return error?.description.replacing(folder.path, with: "here") ?? ""
    }
    #expect(
      reason(path)
        == "here/my photos.zip: it is a zip archive, not a folder; unpack it, and use the unpacked folder: "
        + "`unzip 'here/my photos.zip' -d 'here/my photos'`")
    #expect(
      reason(folder.path)
        == "here: there are no class folders in it; unpack the archive in it: "
        + "`unzip 'here/my photos.zip' -d 'here/my photos'`")
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
    // The split of a class does not depend on other classes.
    #expect(
      Self.many([50, 70]).split(holdingBack: 0.3, seed: 1).test.photos.filter { $0.label == 0 }
        == first.filter { $0.label == 0 })
  }

  @Test(arguments: [0.0001, 0.9999]) func bothPartsHavePhotos(share: Double) {
    let (training, test) = Self.many([5, 5]).split(holdingBack: share, seed: 0)
    #expect(training.counts.allSatisfy { $0 > 0 } && test.counts.allSatisfy { $0 > 0 })
  }

  /// The numbers never change, so that a seed means the same in every version.
  @Test func shufflingIsFixed() {
    var generator = SplitMix64(seed: 42, name: "order 0")
    let order = shuffledIndices(10, using: &generator)
    #expect(order.sorted() == Array(0..<10))
    #expect(order == Self.recorded)
  }

  private static let recorded = [8, 6, 1, 5, 4, 0, 3, 2, 9, 7]
}
