import ArgumentParser
import VGGCommandLine
import VGGData
import VGGDiagnostics
import VGGFiles

/// `vgg data unpack`: IDX files as folders of photos.
struct DataUnpack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack",
    abstract:
      "Convert IDX files, the format of MNIST and Fashion-MNIST, to class folders of PNG photos.",
    discussion: """
      Images and labels are in two files, matched by their names, such as train-images-idx3-ubyte and \
      train-labels-idx1-ubyte; .gz files are decompressed. Two files become DIR/LABEL/NUMBER.png; more become \
      DIR/train/LABEL/NUMBER.png and DIR/test/LABEL/NUMBER.png. NUMBER is the image's index in its file.

      Examples:
        vgg data unpack /usr/share/datasets/fashion-mnist/*.gz -o fashion
        vgg data unpack train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz -o digits
      """)

  @Argument(help: "IDX files, optionally compressed with gzip.")
  var files: [InputFile]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder to create; must be empty if it exists.", valueName: "DIR"))
  var output: OutputFolder

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let photos = try pairs()
    let progress = Progress(
      .writingPhotos, total: photos.reduce(0) { $0 + $1.count }, printsAnswers: false)
    do {
      try ScratchFolder.make(at: output.path) { folder in
        for part in photos {
          try write(
            part, under: photos.count > 1 ? part.part + "/" : "", into: folder, showing: progress)
        }
      }
    } catch let error as UnwritablePath {
      progress.clear()
      throw Output.reportUnwritable(error.path, error.reason)
    }
    progress.clear()
    for part in photos {
      let folder = photos.count > 1 ? "\(output)/\(part.part)" : output.path
      let classes = Set(part.labels).count
      try Console.write(
        phrases.unpacked(
          printable(folder), photos: part.count, width: part.width, height: part.height,
          classes: classes) + "\n")
    }
  }

  private var phrases: any RunPhrasebook { language.language.runPhrases }

  private func pairs() throws -> [IDXPhotos] {
    let pairs: [IDXPhotos]
    do throws(IDXError) {
      var opened: [IDXFile] = []
      for file in files { opened.append(try IDXFile(path: file.path)) }
      pairs = try IDXPhotos.pairs(opened)
    } catch {
      Console.reportError(phrases.words(for: error), in: language.language)
      throw error.isUnreadable ? ExitCode.noInput : ExitCode.unsound
    }
    guard Set(pairs.map(\.part)).count == pairs.count else {
      Console.reportError(phrases.sameNames, in: language.language)
      throw ExitCode.usage
    }
    return pairs
  }

  private func write(
    _ part: IDXPhotos, under prefix: String, into folder: ScratchFolder,
    showing progress: Progress
  ) throws {
    let digits = String(max(part.count - 1, 0)).count
    for (index, label) in part.labels.enumerated() {
      let number = String(index)
      let name = String(repeating: "0", count: digits - number.count) + number
      try folder.write(part.png(index), to: "\(prefix)\(label)/\(name).png")
      progress.advance()
    }
  }
}
