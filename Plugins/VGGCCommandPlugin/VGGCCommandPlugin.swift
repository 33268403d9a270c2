import Foundation
import PackagePlugin

/// `swift package vggc`: runs vggc in the package's folder, on the package's own configurations if
/// none is named.
@main
struct VGGCCommandPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let words = extractor.remainingArguments
    let vggc = Vggc(
      executable: try context.tool(named: "vggc").url, folder: context.package.directoryURL)
    switch words.first {
    case "check" where !words.dropFirst().contains(where: namesConfiguration):
      let files = try configurations(of: names, in: context).flatMap(\.entries)
      try vggc.run(words + files.map { vggc.pathFromFolder($0.configuration) })
    case "emit" where words.count == 1:
      for configurations in try configurations(of: names, in: context) {
        try vggc.run(emission(of: configurations, by: vggc))
      }
    default:
      guard names.isEmpty else {
        throw Failure("--target works only with check and emit without FILE")
      }
      try vggc.run(words)
    }
  }

  /// The arguments that write each configuration's Swift file next to it.
  private func emission(of configurations: TargetConfigurations, by vggc: Vggc) -> [String] {
    let entries = configurations.entries
    let outputs = entries.map {
      vggc.pathFromFolder(
        $0.configuration.deletingLastPathComponent().appending(path: $0.swiftFile))
    }
    return ["emit-target"] + entries.map { vggc.pathFromFolder($0.configuration) }
      + outputs.flatMap { ["--output", $0] }
      + ["--root", vggc.folder.path, "--regenerate", "swift package vggc emit"]
  }

  /// The configurations of the targets called `names`, or of all targets; only targets that have any.
  private func configurations(
    of names: [String], in context: PluginContext
  ) throws -> [TargetConfigurations] {
    let targets =
      names.isEmpty ? context.package.targets : try context.package.targets(named: names)
    let found = targets.compactMap(\.sourceModule).map { TargetConfigurations(of: $0) }
      .filter { !$0.entries.isEmpty }
    guard !found.isEmpty else {
      throw Failure(
        names.isEmpty
          ? "no target of the package has a file named *.vgg.yaml"
          : "no file named *.vgg.yaml in target \(names.joined(separator: ", "))")
    }
    return found
  }

  private func namesConfiguration(_ word: String) -> Bool {
    let word = word.lowercased()
    return word == "-" || word.hasSuffix(".yaml") || word.hasSuffix(".yml") || word == "--help"
      || word == "-h"
  }
}
