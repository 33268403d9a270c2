import Foundation
import Testing
import VGGTestSupport

/// `vgg data`, run from the command line as by a user.
@Suite struct DataCommandTests {
  private func photos() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, value) in [("1/a", 51), ("10/b", 153), ("2/c", 51), ("2/d", 153)] {
      try folder.write(
        Array("P5 2 2 255\n".utf8) + [UInt8](repeating: UInt8(value), count: 4),
        to: "photos/\(name).pgm")
    }
    try folder.write("no picture", to: "photos/2/broken.png")
    return folder
  }

  @Test func inspection() throws {
    let folder = try photos()
    let result = try folder.command.vgg("data", "inspect", "photos")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("as in torchvision's ImageFolder: 1, 10, 2"))
    #expect(
      result.output == """
        photos: 4 photos, 3 classes

        index  class  photos   share
            0  1           1  25.00%
            1  10          1  25.00%
            2  2           2  50.00%

        sizes      2 x 2 (4)
        channels   1 (every photo is grey)
        mean       0.4000
        std        0.2000

        for a configuration:
          preprocess: {mean: 0.4000, std: 0.2000}

        1 photo cannot be used:
          photos/2/broken.png: this is a text file; supported photo formats: PNG, JPEG, GIF, BMP, TIFF, WebP, HEIF, AVIF, \
        binary PPM

        """)
    #expect(try folder.command.vgg("data", "inspect", "photos", "--strict").status == 1)
  }

  /// The proposed line is right for any input: it never proposes the photos' own size, which is far too large
  /// for most networks.
  @Test func inspectionOfLargePhotos() throws {
    let folder = try TemporaryFolder()
    for name in ["a/1", "b/1"] {
      try folder.write(
        Array("P5 400 300 255\n".utf8) + (0..<120_000).map { $0 % 2 == 0 ? 51 : 153 },
        to: "photos/\(name).pgm")
      try folder.write(
        Array("P5 300 100 255\n".utf8) + [UInt8](repeating: 51, count: 30_000),
        to: "wide/\(name).pgm")
    }
    let result = try folder.command.vgg("data", "inspect", "photos")
    #expect(result.output.contains("sizes      400 x 300 (2)"))
    #expect(result.output.hasSuffix("\n  preprocess: {mean: 0.4000, std: 0.2000}\n"))
    let wide = try folder.command.vgg("data", "inspect", "wide")
    #expect(
      wide.output.hasSuffix(
        "\n\nA square input covers 25.52% of the photos. An input with their aspect ratio covers more, and\n"
          + "`resize: [height, width]` with the input's size squashes whole photos to fit.\n"),
      "\(wide.output)")
  }

  /// A deviation of 0 is not proposed, since nothing can be divided by it.
  @Test func inspectionOfPlainPhotos() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("P5 2 2 255\naaaa", to: "photos/\(name)/1.pgm") }
    let result = try folder.command.vgg("data", "inspect", "photos")
    #expect(result.output.contains("\n  preprocess: {mean: 0.3804}\n"), "\(result.output)")
  }

  @Test func inspectionForPrograms() throws {
    let folder = try photos()
    let result = try folder.command.vgg("data", "inspect", "photos", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["photos"] as? Int == 4 && object["channels"] as? Int == 1)
    #expect((object["mean"] as? [Double])?.count == 1)
    let classes = object["classes"] as? [[String: Any]]
    #expect(classes?.map { $0["name"] as? String } == ["1", "10", "2"])
    #expect((object["unreadable"] as? [[String: String]])?.first?["file"] == "photos/2/broken.png")
    #expect(try folder.command.vgg("data", "inspect", "nowhere").status == 66)
    #expect(try folder.command.vgg("data", "inspect", "photos/1").status == 1)
  }

  /// Two pictures of 2 x 3 pixels, and their labels 7 and 3.
  private static let pictures: [UInt8] =
    [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3] + (0..<12).map { UInt8($0 * 20) }
  private static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]

  @Test func unpacking() throws {
    let folder = try TemporaryFolder()
    for part in ["train", "t10k"] {
      try folder.write(Self.pictures, to: "\(part)-images-idx3-ubyte")
      try folder.write(Self.labels, to: "\(part)-labels-idx1-ubyte")
    }
    #expect(try folder.command.shell("gzip train-*").status == 0)
    let all = try folder.command.shell("vgg data unpack *ubyte* -o out")
    #expect(all.status == 0, "\(all.errors)")
    #expect(
      all.output == "out/test: 2 photos of 3 x 2 pixels in 2 class folders\n"
        + "out/train: 2 photos of 3 x 2 pixels in 2 class folders\n")
    #expect(
      try folder.command.shell("cd out && find . -name '*.png' | sort").output == """
        ./test/3/1.png
        ./test/7/0.png
        ./train/3/1.png
        ./train/7/0.png

        """)
    let two = try folder.command.shell("vgg data unpack train-* -o digits/ && ls digits")
    #expect(two.output.hasSuffix("class folders\n3\n7\n"), "\(two.errors)")
    let inspected = try folder.command.vgg("data", "inspect", "digits")
    #expect(inspected.output.contains("sizes      3 x 2 (2)"))
    #expect(inspected.output.contains("channels   1"))
    // Existing files stay.
    #expect(try folder.command.shell("vgg data unpack train-* -o digits").status == 73)
    #expect(try folder.command.shell("vgg data unpack train-* -o nowhere/at/all").status == 73)
    #expect(try folder.contents().count == 6)
  }

  #if os(Linux)
    /// Folders and photos with Latin-1 names, as from an old archive.
    @Test func namesThatAreNotUTF8() throws {
      let folder = try TemporaryFolder()
      try folder.write(Self.pictures, to: "train-images-idx3-ubyte")
      try folder.write(Self.labels, to: "train-labels-idx1-ubyte")
      try folder.write(
        "input: [1, 4, 4]\nfeatures: [2, M]\nclassifier: {hidden: [], classes: 2}\n", to: "c.yaml")
      let result = try folder.command.shell(
        #"""
        set -e
        n=$(printf 'caf\351')
        vgg data unpack train-* -o "$n" > /dev/null
        mv "$n/3" "$n/$n"; mv "$n/$n/1.png" "$n/$n/$n.png"
        vgg data inspect "$n" --format json > inspected
        vgg train c.yaml --data "$n" --epochs 1 --batch 2 -o "run-$n" > /dev/null 2>&1
        w="run-$n/weights.safetensors"
        vgg evaluate c.yaml --weights "$w" --data "$n" --format json > evaluated
        vgg predict c.yaml --weights "$w" "$n" --format json > predicted
        cat inspected evaluated predicted
        """#)
      #expect(result.status == 0, "\(result.errors)")
      #expect(!result.output.contains("\u{FFFD}"))
      for part in [
        #""name" : "caf\\xE9""#, #""photos" : 2"#, #"caf\\xE9/caf\\xE9.png""#,
        #""label": "caf\\xE9""#,
      ] {
        #expect(result.output.contains(part), "\(part): \(result.output)")
      }
      for line in try folder.read("predicted").split(separator: "\n") {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
  #endif

  @Test func filesThatCannotBeUnpacked() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.pictures, to: "images")
    try folder.write("text", to: "labels")
    for (arguments, status) in [
      ("images -o out", 1), ("images labels -o out", 1), ("images nothing -o out", 66),
      ("images", 64), ("-o out", 64),
    ] as [(String, Int32)] {
      let result = try folder.command.shell("vgg data unpack \(arguments)")
      #expect(result.status == status, "\(arguments): \(result.errors)")
    }
    #expect(try folder.contents() == ["images", "labels"])
  }
}
