import ArgumentParser
import VGGCompilation
import VGGDiagnostics
import VGGEmitters
import VGGFiles
import VGGFindings

/// `vggc emit-target`: the command that the package plugins run; writes each configuration of a target as a Swift file.
///
/// It takes all of a target's configurations at once, since their types end up in one module. A file
/// that would not change is left alone, so that nothing made from it is rebuilt.
package struct EmitTarget: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "emit-target",
    abstract: "Write each configuration of a SwiftPM target as a Swift file.",
    discussion: """
      Run by the plugins VGGCPlugin and VGGCCommandPlugin; `vggc emit --swift` is the command for people.
      """,
    shouldDisplay: false)

  @Argument(help: "The configurations' paths.")
  var files: [InputFile]

  @Option(name: .customLong("output"), help: "The Swift files to write, in the order of FILE.")
  var outputs: [OutputFile]

  @Option(
    name: .customLong("tracked"),
    help: "The files whose changes the build notices; reading any other file causes a warning.")
  var tracked: [InputFile] = []

  @Option(help: "The folder that the configurations' paths in the Swift files are relative to.")
  var root: InputFolder

  @Option(help: "The command that regenerates the Swift files, for their headers.")
  var regenerate: String

  package init() {}

  package func validate() throws {
    guard files.count == outputs.count else {
      throw ValidationError(.outputForEach)
    }
  }

  package func run() throws {
    let compilations = try files.map { try compile($0.path) }
    for compilation in compilations { Inputs.show(compilation, in: .english) }
    let clashes = TypeClash.all(in: compilations)
    for clash in clashes { Console.writeError("\(clash)\n") }
    guard clashes.isEmpty, !compilations.contains(where: \.diagnostics.hasErrors) else {
      throw ExitCode.unsound
    }
    for (compilation, output) in zip(compilations, outputs) {
      let provenance = compilation.provenance(named: pathFromRoot(compilation.file.name))
      let text = emitSwift(compilation.networks, provenance, regenerate: regenerate)
      try Self.writeIfChanged(Array(text.utf8), to: output.path)
    }
  }

  /// Writes a whole file, unless it already has exactly these bytes: then its modification time also stays.
  private static func writeIfChanged(_ bytes: [UInt8], to path: String) throws {
    guard (try? BoundedFileReader(limit: bytes.count).read(path)) != bytes else { return }
    try Output.write(bytes, to: path)
  }

  private func compile(_ file: String) throws -> Compilation {
    let read = FilesRead()
    let reader = ConfigurationFinder.sourceReader(announcing: { Inputs.announce($0) })
    let found = try Inputs.find(file)
    let compilation = CompilerPipeline(reader: read.noting(reader)).compileAll(found.file)
    if !tracked.isEmpty {
      for path in read.paths where !tracked.contains(where: { $0.path == path }) {
        warn(file, reads: path)
      }
    }
    return compilation
  }

  private func warn(_ file: String, reads path: String) {
    let message =
      "\(file):1:1: warning: changes to \(path) are not noticed until the build is planned again; move it into the "
      + "target, or save Package.swift again"
    Console.writeError("\(printable(message))\n")
  }

  private func pathFromRoot(_ path: String) -> String {
    path.hasPrefix("\(root)/") ? String(path.dropFirst(root.path.count + 1)) : path
  }
}
