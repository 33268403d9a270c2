import Foundation
import Testing
import VGGTestSupport
import VGGWeights

/// `vgg train`, run from the command line as by a user, on small photos whose class is the bright corner.
@Suite struct TrainCommandTests {
  private static let configuration = """
    name: corners
    input: [1, 4, 4]
    features: [8, M]
    classifier: {hidden: [16], dropout: 0.2, classes: 4}
    preprocess: {resize: 4, mean: 0.4, std: 0.3}
    augment: {crop: {padding: 1}}
    training: {rate: 0.05, batch: 8, epochs: 12, schedule: constant}

    """

  /// The configuration and 48 photos in four classes.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.configuration, to: "net.yaml")
    var generator = SeededGenerator(seed: 5)
    for (label, name) in ["ne", "nw", "se", "sw"].enumerated() {
      for number in 0..<12 {
        let pixels = (0..<16).map { place in
          let isBright =
            (place % 4 >= 2) == (label % 2 == 0) && (place / 4 >= 2) == (label >= 2)
          return UInt8((isBright ? 180 : 40) + Int.random(in: 0..<50, using: &generator))
        }
        try folder.write(
          Array("P5 4 4 255\n".utf8) + pixels, to: "photos/\(name)/\(number).pgm")
      }
    }
    return folder
  }

  private static let command = "vgg train net.yaml --data photos --split 0.25 --seed 3 --threads 1"

  private func train(_ folder: TemporaryFolder, _ arguments: String) throws -> Tool.Result {
    try folder.command.shell("\(Self.command) \(arguments)")
  }

  private func metrics(_ folder: TemporaryFolder, _ run: String) throws -> [[String: Double]] {
    try folder.read("\(run)/metrics.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode([String: Double].self, from: Data($0.utf8))
    }
  }

  /// All metrics except times.
  private func untimed(_ folder: TemporaryFolder, _ run: String) throws -> [[String: Double]] {
    try metrics(folder, run).map {
      $0.filter { !["seconds", "images_per_second"].contains($0.key) }
    }
  }

  @Test func aNetworkLearns() throws {
    let folder = try folder()
    let result = try train(folder, "-o run --optimizer adam --rate 0.01 --epochs 30")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 30)
    #expect(lines.first?.hasPrefix("epoch  1/30  rate 0.01  loss ") == true)
    // No progress bar without a terminal.
    #expect(!result.errors.contains("\r"))
    let rows = try metrics(folder, "run")
    #expect(rows.map { $0["epoch"] } == (1...30).map { Double($0) })
    #expect(try #require(rows.last?["test_accuracy"]) >= 0.9)
    #expect(try folder.read("run/metrics.csv").split(separator: "\r\n").count == 31)
    #expect(try folder.read("run/curves.svg").hasPrefix("<svg "))
    let weights = try WeightFile(path: folder.path + "/run/weights.safetensors")
    #expect(try weights.classes() == ["ne", "nw", "se", "sw"])

    // The native program reads the weights and their classes.
    let evaluated = try folder.command.shell(
      "vgg evaluate net.yaml --weights run/weights.safetensors --data photos --format json")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(evaluated.output.utf8)) as? [String: Any])
    #expect(try #require(answer["accuracy"] as? Double) >= 0.9)
    let predicted = try folder.command.shell(
      "vgg predict net.yaml --weights run/weights.safetensors photos/se/0.pgm")
    #expect(predicted.output.split(separator: "\n").dropFirst().first?.hasSuffix("  se") == true)
  }

  /// Killed without warning, stopped by Ctrl-C, then finished: the same bits as in an uninterrupted run.
  @Test func aTrainingThatIsStoppedGoesOn() throws {
    let folder = try folder()
    #expect(try train(folder, "-o whole --epochs 40").status == 0)
    let start = "\(Self.command) -o run --epochs 40"
    let killed = try folder.command.shell(
      """
      \(start) > log & pid=$!
      while [ "$(cat run/metrics.jsonl 2>/dev/null | wc -l)" -lt 3 ]; do sleep 0.01; done
      kill -9 $pid; wait $pid; echo $?
      """)
    #expect(killed.output == "137\n", "\(killed.errors)")
    let interrupted = try folder.command.shell(
      """
      \(start) --resume > log & pid=$!
      while [ "$(cat run/metrics.jsonl | wc -l)" -lt 8 ]; do sleep 0.01; done
      kill -INT $pid; wait $pid; echo $?
      """)
    #expect(interrupted.errors.contains("vgg: note: resuming after "))
    if interrupted.output == "130\n" {
      #expect(interrupted.errors.contains("run the same command with --resume"))
    }
    let resumed = try folder.command.shell("\(start) --resume")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(
      try folder.command.shell("cmp whole/weights.safetensors run/weights.safetensors").status == 0)
    #expect(try untimed(folder, "run") == untimed(folder, "whole"))
    let again = try folder.command.shell("\(start) --resume")
    #expect(again.status == 0 && again.output.isEmpty)
    #expect(again.errors.contains("training is already complete: 40 epochs"))
  }

  /// If a checkpoint cannot be written, the previous one stays intact.
  @Test func aFullDisk() throws {
    let folder = try folder()
    try folder.write(
      Self.configuration.split(separator: "[16]", maxSplits: 1).joined(separator: "[512]"),
      to: "net.yaml")
    #expect(try train(folder, "-o run --epochs 2").status == 0)
    #expect(try folder.command.shell("cp run/checkpoint/state.safetensors before").status == 0)
    // Writing past 32 KiB then fails, as on a full disk.
    let full = try folder.command.shell(
      "trap '' XFSZ; ulimit -f 64; \(Self.command) -o run --epochs 4 --resume")
    #expect(full.status == 73, "\(full.errors)")
    #expect(full.errors.contains("run/checkpoint/state.safetensors: cannot write it: "))
    #expect(try folder.command.shell("cmp run/checkpoint/state.safetensors before").status == 0)
    #expect(try folder.command.shell("ls run/checkpoint").output == "state.safetensors\n")
    let resumed = try train(folder, "-o run --epochs 4 --resume")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try metrics(folder, "run").count == 4)
  }

  @Test func fineTuning() throws {
    let folder = try folder()
    #expect(try train(folder, "-o first --epochs 2").status == 0)
    try folder.write(
      Self.configuration.split(separator: "classes: 4", maxSplits: 1).joined(
        separator: "classes: 3"),
      to: "net.yaml")
    try FileManager.default.removeItem(atPath: folder.path + "/photos/sw")
    let weights = "--weights first/weights.safetensors"
    let refused = try train(folder, "-o second \(weights)")
    #expect(refused.status == 1, "\(refused.errors)")
    let tuned = try train(folder, "-o second \(weights) --drop-head --freeze features --epochs 2")
    #expect(tuned.status == 0, "\(tuned.errors)")
    #expect(
      tuned.errors.contains(
        "new from seed 3: classifier.3, which is 4x16 in the file and 3x16 here"))
    let files = try ["first", "second"].map {
      try WeightFile(path: "\(folder.path)/\($0)/weights.safetensors")
    }
    func values(_ file: WeightFile, _ name: String) throws -> [Float] {
      try file.tensor(name).withUnsafeValues { Array($0) }
    }
    #expect(try values(files[0], "features.0.weight") == values(files[1], "features.0.weight"))
    #expect(try values(files[0], "classifier.0.weight") != values(files[1], "classifier.0.weight"))
    #expect(try files[1].classes() == ["ne", "nw", "se"])
  }

  /// The settings that affect the weights and have changed, in the configuration's terms.
  @Test func aTrainingGoesOnAsItBegan() throws {
    let folder = try folder()
    #expect(try train(folder, "-o run --epochs 1").status == 0)
    func refused(_ arguments: String = "", _ reason: String) throws {
      let result = try train(folder, "-o run --epochs 2 --resume \(arguments)")
      #expect(result.status == 1, "\(arguments)")
      #expect(result.errors.contains("error: \(reason)"), "\(result.errors)")
    }
    for (written, changed, reason) in [
      (
        "dropout: 0.2", "dropout: 0.5",
        "classifier.2.p was 0.2 when the training in run began, and is now 0.5"
      ),
      ("[8, M]", "[8, {avgpool: 2}]", "features.2 was maxpool when"),
      ("[8, M]", "[conv1-8, M]", "features.0 was conv3-8 when"),
      ("padding: 1", "padding: 2", "augment.crop.padding was 1 when"),
    ] {
      try folder.write(Self.configuration.replacing(written, with: changed), to: "net.yaml")
      try refused("", reason)
    }
    try folder.write(Self.configuration, to: "net.yaml")
    try refused("--exact", "--exact was false when")
    try refused("--freeze features", "--freeze was nothing when")
    try refused(
      "--freeze features.0",
      "--freeze was nothing when the training in run began, and is now conv1_1")
    let photo = "photos/ne/0.pgm"
    let pixels = try Data(contentsOf: folder.url.appending(path: photo))
    try folder.write(pixels.dropLast() + [pixels[pixels.count - 1] ^ 1], to: photo)
    let result = try train(folder, "-o run --epochs 2 --resume")
    #expect(result.status == 1)
    #expect(result.errors.contains("error: the pixels of --"), "\(result.errors)")
    try folder.write(pixels, to: photo)
    #expect(try train(folder, "-o run --epochs 2 --resume").status == 0)
    if try folder.command.shell("vgg train --help").output.contains("portable") {
      let portable = try train(folder, "-o run --epochs 3 --resume --isa portable")
      #expect(portable.status == 0)
      #expect(portable.errors.contains("continues with portable, which rounds differently"))
    }
  }

  /// The second training is told about the first, and the files of the first stay the same.
  @Test func oneTrainingAtATime() throws {
    let folder = try folder()
    let result = try folder.command.shell(
      """
      \(Self.command) -o run --epochs 100000 > log 2>&1 & pid=$!
      while [ "$(cat run/metrics.jsonl 2>/dev/null | wc -l)" -lt 1 ]; do sleep 0.01; done
      \(Self.command) -o run --epochs 2 --resume; echo $?
      kill -9 $pid; wait $pid; echo $? is $pid
      """)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "73", "\(result.errors)")
    let process = lines.last?.split(separator: " ").last ?? "-"
    #expect(
      result.errors.contains(
        "error: process \(process) is training in run; wait until it ends"),
      "\(result.errors) \(process)")
    // A killed process holds no lock.
    #expect(try train(folder, "-o run --epochs 1 --resume").status == 0)
  }

  /// A training run that waits for a folder continues from the files that another one has left there meanwhile, and does not
  /// start from scratch.
  @Test func whatWasMadeWhileWaiting() throws {
    let folder = try folder()
    #expect(try train(folder, "-o done --epochs 2").status == 0)
    let result = try folder.command.shell(
      """
      mkdir -p run/checkpoint
      exec 9>> run/.lock
      flock 9
      \(Self.command) -o run --epochs 2 --resume 9>&- & pid=$!
      while kill -0 $pid && ! ls -l /proc/$pid/fd | grep -q 'run/\\.lock$'; do sleep 0.01; done
      cp -r done/. run/
      flock -u 9
      wait $pid
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.errors.contains("training is already complete: 2 epochs"), "\(result.errors)")
  }

  /// The first non-finite number may be a step's loss, the test loss or a statistic of batch normalisation: the message is
  /// the one for that case, and no such number is written.
  @Test(arguments: [
    ("features: [32, 32, 32, M, 64, 64, 64, M, 64, 64]", ""),
    ("features: [32, 32, 32, M, 64, 64, 64, M, 64, 64]", "--split 0.25"),
    ("features: [32, M, 64]\nbatch_norm: true", ""),
  ])
  func divergence(features: String, split: String) throws {
    let folder = try folder()
    try folder.write(
      Self.configuration.replacing("features: [8, M]", with: features)
        .replacing("dropout: 0.2, ", with: ""), to: "net.yaml")
    let result = try folder.command.shell(
      "vgg train net.yaml --data photos \(split) --seed 3 --threads 1 -o run --batch 48 --rate 1000 --momentum 0 "
        + "--epochs 60")
    #expect(result.status == 1, "\(result.errors)")
    #expect(
      result.errors.contains(" at rate 1000.0; try a tenth of the rate, or gradient clipping\n"),
      "\(result.errors)")
    let file = try WeightFile(path: "\(folder.path)/run/weights.safetensors")
    for tensor in file.tensors { #expect(try file.tensor(tensor.name).isFinite) }
    #expect(try !folder.read("run/metrics.jsonl").isEmpty)
    let checkpoint = try WeightFile(path: "\(folder.path)/run/checkpoint/state.safetensors")
    #expect(try checkpoint.verify())
  }

  @Test func optionsSayItInstead() throws {
    let folder = try folder()
    let result = try train(
      folder,
      "-o run --optimizer adam --schedule '[0.01, 0.001]' --clip 1 --label-smoothing 0.1 --batch 100 --epochs 2"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(try metrics(folder, "run").map { $0["rate"] } == [0.01, 0.001])
    #expect(result.errors.contains("only 36 photos for a batch size of 100"))
    let changed = try train(folder, "-o run --optimizer adam --schedule constant --resume")
    #expect(changed.status == 1)
    #expect(changed.errors.contains("schedule was [0.01, 0.001] when the training in run began"))
    let wrong = try train(folder, "-o other --rate fast")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("--rate: error: rate must be a number"))
    try folder.write(
      Self.configuration.split(separator: "rate: 0.05", maxSplits: 1)
        .joined(separator: "weight_decay: 0").split(separator: "schedule: constant")
        .joined(separator: "schedule: [0.1, 0.01]"), to: "net.yaml")
    let twice = try train(folder, "-o other --rate 0.1")
    #expect(twice.status == 64, "\(twice.errors)")
    #expect(twice.errors.contains("use --schedule instead of --rate"))
  }

  private func configuration(
    _ folder: TemporaryFolder, replacing part: String, with other: String
  ) throws {
    try folder.write(Self.configuration.replacing(part, with: other), to: "net.yaml")
  }

  /// By default photos of the input's size stay as they are: the network learns the same, bit by bit.
  @Test func photosOfTheInputsSizeStayAsTheyAre() throws {
    let folder = try folder()
    for (run, resize) in [
      ("stated", "resize: 4, "), ("unstated", ""), ("none", "resize: none, "),
      ("larger", "resize: 5, "),
    ] {
      try configuration(folder, replacing: "resize: 4, ", with: resize)
      let result = try train(folder, "-o \(run) --epochs 2")
      #expect(result.status == 0 && !result.errors.contains("the network sees"), "\(result.errors)")
    }
    func weights(_ run: String) throws -> Data {
      try Data(contentsOf: folder.url.appending(path: "\(run)/weights.safetensors"))
    }
    #expect(try weights("unstated") == weights("stated"))
    #expect(try weights("none") == weights("stated"))
    #expect(try weights("larger") != weights("stated"))
  }

  /// Each command reports once that the network sees little of photos with a very different shape, with the remedy.
  @Test func littleOfThePhotosIsTold() throws {
    let folder = try folder()
    for part in ["wide/train", "wide/test"] {
      for name in ["ne", "nw", "se", "sw"] {
        try folder.write(
          Array("P5 16 4 255\n".utf8) + [UInt8](repeating: 9, count: 64),
          to: "\(part)/\(name)/1.pgm")
      }
    }
    let warning =
      "the network sees 16.00% of the photos in wide/train: the middle 4 x 4 pixels of each; "
      + "`preprocess: {resize: [4, 4]}` squashes whole photos to fit\n"
    let training = "vgg train net.yaml --data wide/train --epochs 1"
    try configuration(folder, replacing: "resize: 4, ", with: "")
    let result = try folder.command.shell("\(training) --test wide/test -o run")
    #expect(result.errors.contains("vgg: warning: \(warning)"), "\(result.errors)")
    #expect(result.errors.components(separatedBy: "the network sees").count == 2)
    let evaluated = try folder.command.shell(
      "vgg evaluate net.yaml --weights run/weights.safetensors --data wide/test; "
        + "vgg predict net.yaml --weights run/weights.safetensors wide/test/ne/1.pgm")
    #expect(evaluated.errors.contains("the network sees 16.00% of the photos in wide/test: "))
    #expect(evaluated.errors.contains("the network sees 16.00% of the photos: "))

    try configuration(folder, replacing: "resize: 4, ", with: "resize: [4, 4], ")
    #expect(try folder.command.shell("\(training) -o squashed").errors.contains("sees") == false)
    // Each message points to the place where the problem is first known: the configuration's line.
    try configuration(folder, replacing: "resize: 4, ", with: "resize: 3024, ")
    let large = try folder.command.shell("\(training) -o large")
    #expect(large.errors.contains("net.yaml:5:22: warning: the network sees less than 0.01%"))
    #expect(large.errors.components(separatedBy: "the network sees").count == 2)
    // A random crop is of the whole photo.
    try configuration(folder, replacing: "crop: {padding: 1}", with: "crop: random")
    #expect(try folder.command.shell("\(training) -o random").errors.contains("sees") == false)
    // If the rest is black, the first such photo is named.
    try configuration(folder, replacing: "resize: 4, ", with: "resize: none, ")
    try folder.write(
      Array("P5 2 3 255\n".utf8) + [UInt8](repeating: 9, count: 6), to: "photos/ne/small.pgm")
    let small = try folder.command.shell("vgg train net.yaml --data photos --epochs 1 -o small")
    #expect(
      small.errors.contains(
        "vgg: warning: 1 of the photos in photos leaves part of the input black: photos/ne/small.pgm has "
          + "3 x 2 pixels (height x width), but the input is 4 x 4; remove `resize` to enlarge every photo "
          + "as needed\n"), "\(small.errors)")
  }

  @Test func whatCannotBeTrained() throws {
    let folder = try folder()
    let diverged = try train(folder, "-o hot --rate 1000")
    #expect(diverged.status == 1, "\(diverged.errors)")
    #expect(diverged.errors.contains("at rate 1000.0; try a tenth of the rate"))
    try folder.write("", to: "gaps/a/1.txt")
    try folder.write(
      Data(contentsOf: folder.url.appending(path: "photos/ne/0.pgm")), to: "gaps/b/1.pgm")
    try folder.write(
      Data(contentsOf: folder.url.appending(path: "photos/ne/0.pgm")), to: "one/b/1.pgm")
    for (arguments, status) in [
      ("--data photos -o run --split 1", 64), ("--data photos", 64),
      ("--data photos -o run --split 0.5 --test photos", 64), ("--data nowhere -o run", 66),
      ("--data one -o run", 1), ("--data gaps -o run", 1),
      ("--data photos --test gaps -o run", 1), ("--data photos -o run --drop-head", 64),
      ("--data photos -o run --adapt-input", 64), ("--data photos -o run --freeze conv1_9", 64),
      ("--data photos -o net.yaml/run --epochs 1", 73),
      ("--data photos -o run --weights nothing.pth", 66),
    ] as [(String, Int32)] {
      let result = try folder.command.shell("vgg train net.yaml \(arguments)")
      #expect(result.status == status, "\(arguments): \(result.errors)")
    }
    #expect(try folder.command.shell("ls").output == "gaps\nhot\nnet.yaml\none\nphotos\n")
  }
}
