import ArgumentParser
import VGGCommandLine
import VGGDiagnostics
import VGGDownloads
import VGGFiles
import VGGSpec

/// `vggc weights fetch`: torchvision's published weights, downloaded once.
struct WeightsFetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Download torchvision's published weights, and print the file's path.",
    discussion: """
      NAME is one of \(PublishedWeights.current.map(\.network).joined(separator: ", ")), the paper's A, B, D or E, or a \
      file's name, such as \(PublishedWeights.former.map(\.stem).joined(separator: " or ")) from 2017.

      The file is downloaded once and kept in the cache folder (\(cacheFolder() ?? "~/.cache/vggc")). If a download is \
      interrupted, the next fetch resumes it. The SHA-256 must match the published one as far as it is known: all of it \
      for \(wholeDigests), otherwise the eight digits in the file's name. Downloads use the system's curl, which takes \
      proxies from the environment and does not read ~/.curlrc.

      Examples:
        vggc weights fetch vgg16
        vgg predict D --weights "$(vggc weights fetch vgg16)" cat.jpg
        vggc weights fetch vgg16_bn -o weights/ --base-url https://mirror.example/torchvision

      Exit status: 0 the file is available, 64 usage error, 66 it cannot be downloaded, 73 it cannot be written.
      """)

  private static let wholeDigests = PublishedWeights.current.filter { $0.sha256 != nil }
    .map(\.network).joined(separator: ", ")

  @Argument(help: "The network.")
  var name: String

  @Option(
    name: .shortAndLong, help: "Write to this file or folder instead of the cache.")
  var output: OutputFile?

  @Option(help: "The address of the folder with the files.")
  var baseURL = PublishedWeights.baseURL

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if PublishedWeights.named(name) == nil { throw ValidationError(unknownName) }
    if !baseURL.hasPrefix("https://"), !baseURL.hasPrefix("http://") {
      throw ValidationError(.address("--base-url"))
    }
  }

  func run() throws {
    guard let weights = PublishedWeights.named(name) else { return }
    let download = FileDownload(
      url: "\(baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL)/\(weights.fileName)",
      path: try path(for: weights), digest: weights.digest, most: weights.most)
    do throws(DownloadFailure) {
      if try !isThere(download) {
        try run(download, as: weights.fileName)
        if !download.isWholeDigestKnown {
          Console.remark(phrases.digestIsPartlyKnown, in: language.language)
        }
      }
    } catch {
      Console.reportError(phrases.words(for: error), in: language.language)
      throw error.kind == .unwritable ? ExitCode.cannotCreate : ExitCode.noInput
    }
    try Console.write(download.path + "\n")
  }

  private var phrases: any FetchPhrasebook { language.language.fetchPhrases }

  /// A file that the user named is not replaced; a broken file in the cache is.
  private func isThere(_ download: FileDownload) throws(DownloadFailure) -> Bool {
    if try download.isThere() { return true }
    guard FileKind(of: download.path) != nil else { return false }
    guard output == nil else {
      throw DownloadFailure(.unwritable, .otherFile(download.path))
    }
    Console.remark(phrases.downloadsAgain(download.path), in: language.language)
    return false
  }

  private func run(_ download: FileDownload, as name: String) throws(DownloadFailure) {
    Console.remark(phrases.downloading(download.url), in: language.language)
    let bar = DownloadBar(name, in: phrases)
    defer { bar.clear() }
    try download.run { event in
      switch event {
      case .received(let count, let total): bar.show(count, of: total)
      case .remark(let remark):
        bar.clear()
        Console.remark(phrases.words(for: remark), in: language.language)
      }
    }
  }

  private func path(for weights: PublishedWeights) throws -> String {
    let named = (output?.path).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    if let output, let named, !output.path.hasSuffix("/"), FileKind(of: named) != .folder {
      return named
    }
    guard let folder = named ?? cacheFolder() else {
      Console.reportError(phrases.noHomeFolder, in: language.language)
      throw ExitCode.cannotCreate
    }
    let path = "\(folder)/\(weights.fileName)"
    try Output.makeFolder(folder, for: path)
    return path
  }

  private var unknownName: UsageFault {
    let networks = PublishedWeights.current.map(\.network)
    let files = (PublishedWeights.current + PublishedWeights.former).map(\.stem)
    return .noPublishedWeights(
      printable(name), nearest: nearestName(to: name, among: networks + files), known: networks)
  }
}
