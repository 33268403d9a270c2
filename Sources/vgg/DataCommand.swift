import ArgumentParser

/// `vgg data`: commands for folders of photos.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Inspect folders of photos, or create them from other files.",
    discussion: """
      Examples:
        vgg data inspect photos
        vgg data unpack /usr/share/datasets/fashion-mnist/*.gz -o fashion
      """,
    subcommands: [DataInspect.self, DataUnpack.self])
}
