import ArgumentParser
import VGGCompilation

/// `vggc inputs`: lists the files that configurations are made from, for tools that build incrementally.
package struct ListInputs: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "inputs",
    abstract: "List the files that configurations depend on: themselves, their bases and labels.",
    discussion: """
      Prints one path per line, each once: every FILE, the files that it extends, directly or through others, and \
      label files. A build that has these as inputs rebuilds when one changes. Errors in a configuration are not \
      reported; every file that can be read is listed.

      Examples:
        vggc inputs Configs/custom.yaml
        vggc inputs Sources/*/*.vgg.yaml
      """)

  @Argument(help: "Paths of configurations.")
  var files: [InputFile]

  package init() {}

  package func run() throws {
    let read = FilesRead()
    let pipeline = CompilerPipeline(
      reader: read.noting(ConfigurationFinder.sourceReader(announcing: { _ in })))
    var names: [String] = []
    for name in files.map(\.path) {
      let found = try Inputs.find(name)
      names.append(found.file.name)
      _ = pipeline.compileAll(found.file)
    }
    let others = read.paths.filter { !names.contains($0) }
    try Console.write((names + others).map { "\($0)\n" }.joined())
  }
}
