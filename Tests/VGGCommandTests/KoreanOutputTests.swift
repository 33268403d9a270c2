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
    // Networks that cannot be run or trained
    "vgg bench huge.yaml", "vgg train inner.yaml --data photos -o inner",
    "vgg train features.yaml --data photos -o features",
    "ulimit -v 1500000; vgg bench D --batch 64",
    "ulimit -v 1500000; vgg train D --data photos -o d",
    "ulimit -v 60000; vgg bench net.yaml", "vgg predict net.yaml --weights high.st photos",
    "vgg predict features.yaml --weights w.st photos",
    "vgg predict features.yaml --weights high.st photos",
    "vgg evaluate net.yaml --weights high.st --data photos",
    // Packed weights
    "cp w.st a.st; echo x > a.st.portable.vggpack; "
      + "vgg predict net.yaml --weights a.st photos --cache --isa portable",
    "cp w.st b.st; mkdir b.st.portable.vggpack; "
      + "vgg predict net.yaml --weights b.st photos --cache --isa portable",
    // Results
    "vggc check net.yaml", "vggc check mistake.yaml", "vggc check --fix mistake.yaml",
    "vggc summary net.yaml", "vggc diff net.yaml wider.yaml", "vggc explain net.yaml",
    "vggc worksheet net.yaml --both", "echo 3 | vggc quiz net.yaml --questions 2 --seed 1",
    "vggc init fresh", "vggc emit --swift net.yaml --package made --init 1",
    "vggc emit --pytorch net.yaml --train project", "vggc explain map-too-small",
    // Refusals of emit
    "vggc emit --pytorch features.yaml --train untrained",
    "vggc emit --pytorch two.yaml --train untrained",
    "vggc emit --onnx features.yaml --softmax --no-weights -o softmax.onnx",
    "vggc emit --onnx two.yaml --no-weights -o two.onnx",
    "vggc emit --swift two.yaml --package two",
    "vggc emit --swift net.yaml --package photos/cat/1.ppm",
    "mkdir full.onnx.data; vggc emit --onnx net.yaml --init 1 --external-data -o full.onnx",
    "vggc emit --onnx net.yaml --init 1 > /dev/full",
    "vggc emit net.yaml", "vggc emit --onnx net.yaml", "vggc emit --swift --onnx net.yaml",
    "vggc emit --json net.yaml --init 3", "vggc emit --json net.yaml --softmax",
    "vggc emit --swift net.yaml --train project", "vggc emit --swift net.yaml --package p -o q",
    "vggc emit --onnx net.yaml --init 1 --weights w.st", "vggc emit --swift net.yaml --package ''",
    "vggc emit --onnx net.yaml --init 1 --external-data",
    "vggc emit --onnx net.yaml --init 1 --no-weights",
    // Downloads
    "vggc weights fetch vgg17", "vggc weights fetch resnet",
    "vggc weights fetch vgg16 --base-url ftp://example.org",
    "vggc weights fetch vgg16 -o text.txt --base-url http://127.0.0.1:1",
    "vggc weights fetch vgg16 -o text.txt/file --base-url http://127.0.0.1:1",
    "vggc weights fetch vgg16 -o . --base-url http://127.0.0.1:1",
    "HOME= XDG_CACHE_HOME= vggc weights fetch vgg16",
    "PATH= $(command -v vggc) weights fetch A -o .",
    // The playground
    "vggc playground --port 0", "vggc playground missing.yaml", "vggc playground large.yaml",
    // Options and arguments that do not fit
    "vggc chek", "vggc --foo", "vggc check --formt text", "vggc check --format",
    "vggc check --format jso net.yaml", "vggc check --strict=3 net.yaml",
    "vggc check --dry-run net.yaml", "vggc check --fix -", "vggc check - -", "vggc fmt - -",
    "vggc diff D", "vggc diff D E F G", "vggc diff - -", "vggc summary --model D",
    "vggc summary D --input 3x0x3", "vggc quiz --questions 0", "vggc quiz -",
    "vggc worksheet D --seed x", "vggc init a/b", "vggc init x --from vgg17",
    "vggc import net.yaml w.st", "vggc import net.yaml --weights w.bin",
    "vggc verify net.yaml --tolerance -1", "vggc verify net.yaml --backend gpu",
    "vggc weights convert w.st w.bin", "vggc weights convert w.st x.safetensors --drop-head",
    "vggc weights convert w.st x.safetensors --model D",
    "vggc weights convert w.st x.safetensors --seed 1",
    "vgg train net.yaml --data photos --split 2 -o x", "vgg train net.yaml -o x",
    "vgg train net.yaml --data photos --test photos --split 0.1 -o x",
    "vgg train net.yaml --data photos --drop-head -o x", "vgg bench net.yaml --batch 0",
    "vgg bench net.yaml --training --cache", "vgg bench net.yaml --cache",
    "vgg bench net.yaml --weights w.st --init 1", "vgg bench net.yaml --threads 2000",
    "vgg predict net.yaml --weights '' photos",
    "vgg predict net.yaml --weights w.st photos --isa x",
    "vgg evaluate net.yaml --weights w.st --data photos --mistakes -1",
    "vgg data inspect photos --most-pixels 0", "vgg data inspect",
    // IDX files
    "vgg data unpack missing.gz -o out", "vgg data unpack text.txt -o out",
    "vgg data unpack cut.idx -o out", "vgg data unpack images.idx -o out",
  ]

  /// English that stays, and the reason.
  private static var allowed: [(words: Regex<Substring>, reason: String)] {
    [
      (/this text does not describe.*/, "a detail of the import, after a Korean sentence"),
      (/the header must start.*/, "a detail of a format, after a Korean sentence"),
      (/Failed to connect.*/, "curl's words, after a Korean sentence"),
      (/도움말: .*/, "an option's help, which is in English"),
      (/vggc?(?: [a-z]+)+/, "a command"),
      (/"[^"]*"/, "the message of another program"),
    ]
  }

  /// Lines without a word in Korean, and the reason.
  private static var unspoken: [(line: Regex<Substring>, reason: String)] {
    [
      (#/ *\d* \| .*/#, "a line of a configuration, and the mark below it"),
      (#/[ $]+vggc? .*/#, "a command"),
      (#/initialized_by: .*/#, "metadata of a weight file"),
      (#/ {2}- .*/#, "the values of an option, in a list"),
      (#/[ +-].*: .*/#, "a line of a configuration"),
    ]
  }

  @Test func everyLineIsInKorean() throws {
    let folder = try Self.folder()
    for command in Self.commands {
      let result = try folder.command.shell(
        "export LANG=ko_KR.UTF-8 COLUMNS=400\nexec 2>&1\n\(command)")
      #expect(!result.output.contains("버그입니다"), "\(command): \(result.output)")
      #expect(result.output.contains(/[가-힣]/), "\(command): \(result.output)")
      for line in result.output.split(separator: "\n") {
        #expect(Self.englishSentence(in: Self.rest(of: line)) == nil, "\(command): \(line)")
        #expect(Self.isSpoken(String(line)), "\(command): \(line)")
      }
    }
  }

  /// `--lang ko` suffices without a Korean locale, for mistakes on the command line as for all others.
  @Test(arguments: [
    "vggc check --format jso net.yaml", "vggc emit --json net.yaml --init 3", "vggc diff D",
    "vggc weights fetch vgg17", "vggc init a/b", "vgg bench net.yaml --batch 0",
    "vgg data unpack missing.gz -o out", "vggc check missing.yaml", "vgg predict",
  ])
  func theOptionSuffices(command: String) throws {
    let folder = try TemporaryFolder()
    let result = try folder.command.shell("LANG=C \(command) --lang ko")
    #expect(result.status != 0)
    #expect(result.errors.contains("오류: "), "\(result.errors)")
    for line in result.errors.split(separator: "\n") {
      #expect(Self.englishSentence(in: Self.rest(of: line)) == nil, "\(line)")
    }
    let english = try folder.command.shell("LANG=ko_KR.UTF-8 \(command) --lang en")
    #expect(!english.errors.contains(/[가-힣]/), "\(english.errors)")
  }

  /// A line without the English that stays.
  private static func rest(of line: Substring) -> String {
    allowed.reduce(String(line)) { $0.replacing($1.words, with: "") }
  }

  /// Whether a line has a word in Korean, or no words: only names, numbers and paths.
  private static func isSpoken(_ line: String) -> Bool {
    line.contains(/[가-힣]/) || unspoken.contains { line.wholeMatch(of: $0.line) != nil }
      || words(in: line).isEmpty
  }

  /// The English words of a line: of lower-case letters alone, and no names.
  private static func words(in line: String) -> [Substring] {
    let names: Set<Substring> = [
      // Layers, functions, tensors
      "conv", "relu", "maxpool", "flatten", "linear", "avgpool", "dropout", "floor", "weight",
      "bias",
      // Algorithms and instruction sets
      "direct", "rows", "columns", "portable",
      // The classes and models of these tests
      "cat", "dog", "in", "net", "wider",
    ]
    return line.split(whereSeparator: { " ,()|".contains($0) }).filter {
      $0.wholeMatch(of: /[a-z]{2,}/) != nil && !names.contains($0)
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
    try writeOtherNetworks(to: folder)
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

  /// Networks that some commands refuse.
  private static func writeOtherNetworks(to folder: TemporaryFolder) throws {
    let input = "input: [3, 8, 8]\n"
    let networks = [
      "features.yaml": "features: [4, M]\nclassifier: none\n",
      "huge.yaml": "features: [4, M]\nclassifier: {hidden: [2000000, 2000000], classes: 2}\n",
      "inner.yaml": "features: [4, M]\nclassifier: [linear: 3, softmax, linear: 2]\n",
      "mistake.yaml": "features: [4, {conv: 4, in: 3}, M]\nclassifier: {hidden: [4], classes: 2}\n",
      "two.yaml": "models:\n  one: {extends: A}\n  two: {extends: B}\n",
    ]
    for (name, text) in networks { try folder.write(input + text, to: name) }
    try folder.write(String(repeating: "# large\n", count: 1 << 18), to: "large.yaml")
    // The largest values overflow in the first sum.
    try folder.write(
      zeros(layers("features.0", "classifier.0", "classifier.3"), filling: 0x7F), to: "high.st")
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

  /// A safetensors file of zeros, or of numbers of another byte.
  private static func zeros(
    _ tensors: [(name: String, shape: [Int])], filling byte: UInt8 = 0
  ) -> Data {
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
    return Data(length) + header + Data(repeating: byte, count: end)
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
