import Foundation
import Testing
import VGGCommandLine
import VGGDiagnostics
import VGGTestSupport

/// In a Korean locale, commands answer in Korean, also about files, photos and weights that cannot be used.
///
/// The details of file formats and the words of decoders stay in English, after a Korean sentence: ``allowed``.
@Suite struct KoreanOutputTests {
  /// Commands, by the faults of their files, which are made by ``folder()``.
  private static let commands = [
    // Folders of photos
    "vgg data inspect missing", "vgg data inspect empty", "vgg data inspect text.txt",
    "vgg data inspect loose", "vgg data inspect archive.zip", "vgg data inspect mixed",
    "vgg data inspect numbers", "vgg data inspect nested", "vgg data inspect parts",
    "vgg data inspect mixed --strict", "vgg data inspect photos",
    // Training
    "vgg train net.yaml --data missing -o run", "vgg train net.yaml --data single -o run",
    "vgg train net.yaml --data hollow -o run", "vgg train net.yaml --data broken -o run",
    "vgg train net.yaml --data photos --test other -o run",
    "vgg train net.yaml --data photos --freeze conv9_1 -o run",
    "vgg train net.yaml --data photos -o text.txt/run",
    "vgg train net.yaml --data photos --epochs 1 --batch 2 -o run",
    "vgg train net.yaml --data photos --epochs 1 -o done",
    "vgg train net.yaml --data photos --epochs 9 --seed 7 --resume -o done",
    "vgg train net.yaml --data photos --epochs 1 --rate 1e30 --batch 1 -o diverged",
    // Predictions
    "vgg predict net.yaml --weights w.st missing.jpg photos",
    "vgg predict net.yaml --weights w.st text.txt cut.png cut.ppm long.ppm huge.bmp empty.jpg",
    "vgg predict net.yaml --weights w.st empty", "vgg predict net.yaml --weights w.st short.f32",
    "vgg predict net.yaml --weights w.st --labels text.txt photos",
    "vgg predict net.yaml --weights w.st --labels missing.txt photos",
    "vgg predict net.yaml --weights w.st --labels archive.zip photos",
    // Looking inside
    "vgg look net.yaml --weights w.st photos --class none",
    "vgg look net.yaml --weights w.st photos --layer conv9_1",
    "vgg look net.yaml --weights w.st photos --layer flatten",
    "vgg look net.yaml --weights w.st text.txt empty.jpg",
    "vgg bench net.yaml --insight --runs 1 --warmup 0",
    "vgg evaluate net.yaml --weights w.st --data photos",
    "vgg evaluate net.yaml --weights w.st --data broken",
    // Weights
    "vggc weights inspect missing.pth", "vggc weights inspect photos",
    "vggc weights inspect text.txt", "vggc weights inspect empty.jpg",
    "vggc weights inspect cut.png", "vggc weights inspect cut.st",
    "vggc weights inspect shorter.st", "vggc weights inspect archive.zip",
    "vggc weights inspect random.bin", "vggc weights inspect changed.st --verify",
    "vggc weights inspect w.st --verify | head -1", "vggc weights check net.yaml changed.st",
    "vggc weights check wider.yaml w.st", "vgg predict wider.yaml --weights w.st photos",
    "vgg predict net.yaml --weights changed.st photos", "vggc import random.bin",
    "vggc weights inspect w.st",
    // The network of a weight file
    "vggc weights infer w.st", "vggc weights infer paper.st", "vggc weights infer keras.st",
    "vggc weights infer norm.st", "vggc weights infer two.st", "vggc weights infer head.st",
    "vggc weights infer other.st", "vggc weights infer checkpoint.zip.pth",
    // Names in weight files
    "vggc weights check net.yaml prefixed.st", "vggc weights check net.yaml parallel.st",
    "vggc weights check net.yaml paper.st", "vggc weights check net.yaml keras.st",
    "vggc weights check net.yaml two.st", "vggc weights check norm.yaml norm.st",
    "vggc weights inspect checkpoint.zip.pth",
    "vggc weights convert paper.st converted.safetensors",
    "vgg predict net.yaml --weights keras.st photos",
    "vgg predict net.yaml --weights two.st photos",
    "vgg train net.yaml --data photos --weights paper.st --epochs 1 -o named",
    // Models of other tools
    "vggc import tensorflow.onnx > /dev/null", "vggc import darknet.cfg > /dev/null",
    "vggc import small.h5 > /dev/null", "vggc import depthwise.keras > /dev/null",
    "vggc import caffe.prototxt caffe.caffemodel --weights colours.safetensors > /dev/null",
    "vggc import caffe-norms.prototxt > /dev/null",
    "vggc import darknet.cfg --weights none.safetensors",
    // Comparison and speed
    "vggc verify net.yaml --weights w.st --backend native",
    "vggc verify net.yaml --backend onnxruntime --backend pytorch --python ./nowhere",
    "vggc verify net.yaml --backend pytorch --python ./net.yaml",
    "vggc verify net.yaml --backend pytorch --python ./missing-module",
    "vggc verify net.yaml --backend pytorch --python ./missing-tensors",
    "vggc verify net.yaml --backend pytorch --python ./silent",
    "vggc verify net.yaml --backend pytorch --python ./unfinished",
    "vgg bench net.yaml --runs 1 --warmup 0", "vgg bench net.yaml --runs 1 --training --batch 2",
    // Writing
    "vggc summary net.yaml > /dev/full", "vggc emit --swift net.yaml -o /dev/full",
    "vggc emit --swift net.yaml -o text.txt/net.swift", "vggc init net.yaml -o net.yaml",
    "vggc weights init net.yaml --seed 1 -o own.st", "vggc emit --svg net.yaml -o net.yaml",
    "vggc weights convert w.st text.txt/new.safetensors",
    "vggc weights convert w.st own.safetensors",
    // IDX files
    "vgg data unpack missing.gz -o out", "vgg data unpack text.txt -o out",
    "vgg data unpack cut.idx -o out", "vgg data unpack images.idx -o out",
  ]

  /// English that stays, and the reason.
  private static var allowed: [(words: Regex<Substring>, reason: String)] {
    [
      (/this text does not describe.*/, "a detail of the import, after a Korean sentence"),
      (/the header must start.*/, "a detail of a format, after a Korean sentence"),
    ]
  }

  @Test func noLineHasAnEnglishSentence() throws {
    let folder = try Self.folder()
    for command in Self.commands {
      let result = try folder.command.shell(
        "export LANG=ko_KR.UTF-8 COLUMNS=400\nexec 2>&1\n\(command)")
      #expect(!result.output.contains("this is a bug"), "\(command): \(result.output)")
      #expect(result.output.contains(/[가-힣]/), "\(command): \(result.output)")
      for line in result.output.split(separator: "\n") {
        let rest = Self.allowed.reduce(String(line)) { $0.replacing($1.words, with: "") }
        #expect(Self.englishSentence(in: rest) == nil, "\(command): \(line)")
      }
    }
  }

  @Test func curvesAreInKorean() throws {
    let folder = try Self.folder()
    let trained = try folder.command.shell(
      "LANG=ko_KR.UTF-8 vgg train net.yaml --data photos --epochs 1 -o korean && cat korean/curves.svg"
    )
    #expect(trained.output.contains(">손실<"), "\(trained.output) \(trained.errors)")
    let english = try folder.command.shell("cat done/curves.svg")
    #expect(english.output.contains(">loss<"))
    #expect(!english.output.contains(/[가-힣]/))
  }

  /// `--lang` alone is enough, also for the comments in a configuration.
  @Test func weightsAreInferredInKorean() throws {
    let folder = try Self.folder()
    let english = try folder.command.run("weights", "infer", "w.st")
    let korean = try folder.command.run("weights", "infer", "w.st", "--lang", "ko")
    #expect(korean.status == 0, "\(korean.errors)")
    #expect(korean.output.contains("추론한 설정입니다"), "\(korean.output)")
    func entries(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
    #expect(entries(korean.output) == entries(english.output))
    #expect(!english.output.contains(/[가-힣]/), "\(english.output)")
    let refused = try folder.command.run("weights", "infer", "other.st", "--lang", "ko")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("알 수 없는 텐서가 있습니다: fc.weight"), "\(refused.errors)")
  }

  /// The report is in Korean, and its JSON in English.
  @Test func networksAreVerifiedInKorean() throws {
    let folder = try Self.folder()
    let verify = """
      COLUMNS=200 LANG=ko_KR.UTF-8 vggc verify net.yaml --backend native --backend pytorch \
      --python ./missing-tensors
      """
    let text = try folder.command.shell(verify)
    #expect(text.output.contains("네이티브(vgg)"), "\(text.output)")
    #expect(text.output.contains("텐서 이름이 다릅니다: features.0.bias"), "\(text.output)")
    let json = try folder.command.shell("\(verify) --format json")
    #expect(json.output.contains("the state dicts differ in features.0.bias"), "\(json.output)")
    #expect(!json.output.contains(/[가-힣]/), "\(json.output)")
  }

  @Test func englishSentencesAreFound() {
    #expect(Self.englishSentence(in: "vgg: 오류: a: there is no such folder") != nil)
    #expect(Self.englishSentence(in: "vgg: 오류: a: `there is no such` 폴더") == nil)
    #expect(Self.englishSentence(in: "PNG, JPEG, GIF 이미지") == nil)
  }

  /// The first three Latin words in a row, outside of backquotes and of words with digits, dots, slashes and dashes.
  private static func englishSentence(in line: String) -> Substring? {
    let prose = line.replacing(/`[^`]*`/, with: "·")
    return prose.firstMatch(of: /(?:^|\s)([a-z][A-Za-z']* [A-Za-z']+ [A-Za-z']+)(?=$|[\s,.;:])/)?.1
  }

  // MARK: - Languages of command lines

  @Test(arguments: [
    (["vgg", "check"], "", Language.english), (["vgg", "check"], "ko_KR.UTF-8", .korean),
    (["vgg", "check", "--lang", "ko"], "", .korean), (["vgg", "--lang=ko"], "", .korean),
    (["vgg", "--lang", "en"], "ko_KR.UTF-8", .english), (["vgg", "--lang"], "", .english),
    (["vgg", "--", "--lang", "ko"], "", .english), (["vgg", "--lang", "fr"], "", .english),
  ])
  func language(_ arguments: [String], _ locale: String, _ expected: Language) {
    let language = Language(arguments: arguments) { $0 == "LANG" ? locale : nil }
    #expect(language == expected)
  }

  // MARK: - Files

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(network(hidden: 4), to: "net.yaml")
    try folder.write(network(hidden: 6), to: "wider.yaml")
    try folder.write(network(hidden: 4) + "batch_norm: true\n", to: "norm.yaml")
    let weights = try folder.command.run("weights", "init", "net.yaml", "--seed", "3", "-o", "w.st")
    #expect(weights.status == 0, "\(weights.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "w.st"))
    try folder.write(Data(bytes.dropLast(9)), to: "shorter.st")
    try folder.write(Data(bytes.prefix(40)), to: "cut.st")
    var changed = bytes
    changed[changed.count - 1] ^= 1
    try folder.write(changed, to: "changed.st")
    let foreign = bytes.replacing(Data("initialized_by".utf8), with: Data("somebody_else_".utf8))
    for name in ["own.st", "own.safetensors"] { try folder.write(foreign, to: name) }
    try writeOtherNames(to: folder)
    try copy(
      [
        "tensorflow.onnx", "darknet.cfg", "small.h5", "depthwise.keras", "caffe.prototxt",
        "caffe.caffemodel", "caffe-norms.prototxt",
      ], in: "Tests/VGGModelFilesTests/Golden", to: folder)

    for name in ["photos/cat/1.ppm", "photos/cat/2.ppm", "photos/dog/1.ppm", "photos/dog/2.ppm"] {
      try folder.write(photo, to: name)
    }
    for name in [
      "single/cat/1.ppm", "hollow/cat/1.ppm", "mixed/cat/1.ppm", "mixed/1.ppm", "mixed/.x/1.ppm",
      "mixed/cat/.1.ppm", "mixed/dog/1.ppm", "numbers/1/1.ppm", "numbers/10/1.ppm",
      "numbers/2/1.ppm", "nested/in/a/1.ppm", "nested/in/b/1.ppm", "other/cow/1.ppm",
      "parts/train/a/1.ppm", "parts/train/b/1.ppm", "parts/test/a/1.ppm", "parts/test/b/1.ppm",
      "loose/1.ppm",
    ] {
      try folder.write(photo, to: name)
    }
    for name in ["broken/cat/1.jpg", "broken/dog/1.jpg", "mixed/dog/2.jpg", "hollow/dog/notes.txt"]
    {
      try folder.write("no photo\n", to: name)
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "empty"), withIntermediateDirectories: true)
    try folder.write("no photo, no weights\n", to: "text.txt")
    try folder.write(Data(), to: "empty.jpg")
    try folder.write(Data((0..<64).map { UInt8($0 * 37 % 251) | 0x80 }), to: "random.bin")
    try folder.write(Data([0x50, 0x4B, 3, 4]) + Data(count: 60), to: "archive.zip")
    try folder.write(Data([0x89]) + Data("PNG\r\n\u{1A}\n".utf8) + Data(count: 20), to: "cut.png")
    try folder.write(photo.dropLast(5), to: "cut.ppm")
    try folder.write(photo + Data(repeating: 1, count: 5), to: "long.ppm")
    try folder.write(hugeBMP, to: "huge.bmp")
    try folder.write(Data(count: 12), to: "short.f32")
    try folder.write(Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1]), to: "cut.idx")
    try folder.write(Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9]), to: "images.idx")
    try writeInterpreters(to: folder)
    let trained = try folder.command.vgg(
      "train", "net.yaml", "--data", "photos", "--epochs", "1", "-o", "done")
    #expect(trained.status == 0, "\(trained.errors)")
    return folder
  }

  /// Weights of `net.yaml` and `norm.yaml` under other names than torchvision's.
  private static func writeOtherNames(to folder: TemporaryFolder) throws {
    let own = layers("features.0", "classifier.0", "classifier.3")
    func prefixed(_ prefix: String) -> [(name: String, shape: [Int])] {
      own.map { (name: prefix + $0.name, shape: $0.shape) }
    }
    try folder.write(zeros(prefixed("model.")), to: "prefixed.st")
    try folder.write(zeros(prefixed("module.")), to: "parallel.st")
    try folder.write(zeros(prefixed("teacher.") + prefixed("student.")), to: "two.st")
    try folder.write(zeros(layers("conv1_1", "fc6", "fc7")), to: "paper.st")
    try folder.write(zeros(own.filter { $0.name.hasPrefix("classifier") }), to: "head.st")
    try folder.write(zeros(own + [(name: "fc.weight", shape: [3, 2])]), to: "other.st")
    let keras = [
      (name: "conv2d/kernel", shape: [3, 3, 3, 4]), (name: "conv2d/bias", shape: [4]),
      (name: "dense/kernel", shape: [64, 4]), (name: "dense/bias", shape: [4]),
      (name: "dense_1/kernel", shape: [4, 2]), (name: "dense_1/bias", shape: [2]),
    ]
    try folder.write(zeros(keras), to: "keras.st")
    let norm = ["gamma", "beta", "moving_mean", "moving_variance"].map {
      (name: "batch_normalization/\($0)", shape: [4])
    }
    try folder.write(zeros(keras + norm), to: "norm.st")
    try copy(["checkpoint.zip.pth"], in: "Tests/VGGWeightsTests/Golden", to: folder)
  }

  /// Programs in Python's place, which end as an interpreter does when something is missing.
  private static func writeInterpreters(to folder: TemporaryFolder) throws {
    let commands = [
      "missing-module": "echo 'no module torch' >&2; exit 69",
      "missing-tensors": "echo 'the state dicts differ in features.0.bias' >&2; exit 1",
      "silent": "exit 3",
      "unfinished": "exit 0",
    ]
    for (name, command) in commands { try folder.write("#!/bin/sh\n\(command)\n", to: name) }
    let made = try folder.command.shell("chmod +x \(commands.keys.joined(separator: " "))")
    #expect(made.status == 0, "\(made.errors)")
  }

  /// Copies files of other tests.
  private static func copy(
    _ names: [String], in source: String, to folder: TemporaryFolder
  ) throws {
    for name in names {
      try folder.write(Data(contentsOf: Checkout.file("\(source)/\(name)")), to: name)
    }
  }

  /// The tensors of `net.yaml`, by the names of its layers.
  private static func layers(_ names: String...) -> [(name: String, shape: [Int])] {
    zip(names, [[4, 3, 3, 3], [4, 64], [2, 4]]).flatMap { name, shape in
      [
        (name: "\(name).weight", shape: shape),
        (name: "\(name).bias", shape: Array(shape.prefix(1))),
      ]
    }
  }

  /// A safetensors file of zeros.
  private static func zeros(_ tensors: [(name: String, shape: [Int])]) -> Data {
    var entries: [String] = []
    var end = 0
    for tensor in tensors {
      let start = end
      end += 4 * tensor.shape.reduce(1, *)
      entries.append(
        """
        "\(tensor.name)": {"dtype": "F32", "shape": \(tensor.shape), "data_offsets": [\(start), \(end)]}
        """)
    }
    let header = Data("{\(entries.joined(separator: ", "))}".utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    return Data(length) + header + Data(count: end)
  }

  private static func network(hidden: Int) -> String {
    """
    input: [3, 8, 8]
    features: [4, M]
    classifier: {hidden: [\(hidden)], classes: 2}

    """
  }

  /// A grey picture of 8 x 8 pixels.
  private static let photo = Data("P6 8 8 255\n".utf8) + Data(repeating: 128, count: 8 * 8 * 3)

  /// The header of a picture with 60,000 x 60,000 pixels.
  private static let hugeBMP: Data = {
    var bytes = [UInt8](repeating: 0, count: 54)
    bytes.replaceSubrange(0..<2, with: Array("BM".utf8))
    (bytes[10], bytes[14], bytes[26], bytes[28]) = (54, 40, 1, 24)
    for place in [18, 22] { (bytes[place], bytes[place + 1]) = (0x60, 0xEA) }
    return Data(bytes)
  }()
}
