import ArgumentParser

/// `vgg data`: commands for folders of photos.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Look into folders of photos, and make them from other files.",
    discussion: """
      Examples:
        vgg data inspect photos
        vgg data unpack /usr/share/datasets/fashion-mnist/*.gz -o fashion
      """,
    subcommands: [DataInspect.self, DataUnpack.self])
}
