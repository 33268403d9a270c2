import ArgumentParser
import VGGCommandLine
import VGGCompute
import VGGData

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `vgg data inspect`: describes the contents of a folder of photos.
struct DataInspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show the classes, sizes and brightness of a folder of photos.",
    discussion: """
      DIR contains one folder of photos per class. Every photo is decoded. The mean and std (the standard \
      deviation) are those for a configuration's `preprocess`: samples range from 0 to 1, and every photo has the same weight.

      Examples:
        vgg data inspect photos
        vgg data inspect photos --format json
        vgg data inspect photos --strict

      Exit status: 0, or with --strict 1 if a photo cannot be used.
      """)

  /// The format in which the findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "Folder with one subfolder of photos per class.")
  var dir: InputFolder

  @Option(help: "Number of threads that decode photos (default: one per processor).")
  var threads: Int?

  @Flag(help: "Treat unusable photos as errors.")
  var strict = false

  @OptionGroup var pixels: PixelArguments

  @OptionGroup var language: LanguageOptions

  @Option(help: "Output format.")
  var format: Format = .text

  func validate() throws {
    if let threads { try checkRange("--threads", threads, in: ComputeLimits.threadCounts) }
  }

  func run() throws {
    let folder = try PhotoFolders.read(dir.path, for: .inspecting, in: language.language)
    let progress = Progress(.decoding, total: folder.photos.count, printsAnswers: false)
    let statistics = PhotoStatistics(
      folder, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      mostPixels: pixels.mostPixels
    ) { progress.advance(by: $0) }
    progress.clear()
    PhotoFolders.remark(onDeep: statistics.deep, in: language.language)
    let report = InspectionReport(folder, statistics, in: language.language.runPhrases)
    switch format {
    case .text:
      try Console.write(
        report.text(width: Console.Stream.output.width, style: Console.Stream.output.style))
    case .json: try Console.write(report.json())
    }
    if strict, !statistics.unreadable.isEmpty { throw ExitCode.unsound }
  }
}
