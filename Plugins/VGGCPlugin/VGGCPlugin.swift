import Foundation
import PackagePlugin

/// Generates a Swift file from every `*.vgg.yaml` in a target when the target is built.
@main
struct VGGCPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let configurations = TargetConfigurations(of: target)
    guard !configurations.entries.isEmpty else {
      Diagnostics.warning("VGGCPlugin: target \(target.name) has no file named *.vgg.yaml")
      return []
    }
    for entry in configurations.hidden {
      Diagnostics.error(
        "VGGCPlugin generates \(entry.swiftFile) from \(entry.configuration.path), but target \(target.name) has a file "
          + "with that name; remove that file, or the plugin from the target")
    }
    let tool = try context.tool(named: "vggc-build").url
    let files = configurations.entries.map(\.configuration)
    let outputs = configurations.entries.map {
      context.pluginWorkDirectoryURL.appending(path: $0.swiftFile)
    }
    let inputs = inputs(of: configurations, tool)
    return [
      .buildCommand(
        displayName: "vggc: \(files.map(\.lastPathComponent).joined(separator: ", "))",
        executable: tool,
        arguments: ["emit-target"] + files.map(\.path)
          + outputs.flatMap { ["--output", $0.path] } + inputs.flatMap { ["--tracked", $0.path] }
          + ["--root", context.package.directoryURL.path, "--regenerate", "swift build"],
        inputFiles: inputs, outputFiles: outputs)
    ]
  }

  /// The inputs of the Swift files: the candidates in the target's folder, and the files outside it
  /// that the configurations name now, according to vggc.
  private func inputs(of configurations: TargetConfigurations, _ tool: URL) -> [URL] {
    let files = configurations.entries.map(\.configuration)
    var inputs = files
    for file in configurations.candidates + named(by: files, tool) where !inputs.contains(file) {
      inputs.append(file)
    }
    return inputs
  }

  /// The files that `vggc inputs` lists; none if vggc is not built yet, as with build systems that plan
  /// before they build anything. A file that is read without having been listed gets a warning.
  private func named(by files: [URL], _ tool: URL) -> [URL] {
    guard FileManager.default.isExecutableFile(atPath: tool.path) else { return [] }
    let process = Process()
    process.executableURL = tool
    process.arguments = ["inputs"] + files.map(\.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map {
      URL(fileURLWithPath: String($0))
    }
  }
}
