import Foundation
import Testing

/// Settings of the Swift compiler that somebody's package may have.
package struct LanguageSettings: Hashable, Sendable, CustomTestStringConvertible {
  /// For example: `InternalImportsByDefault`.
  package let name: String
  /// The compiler's options.
  package let options: [String]

  package var testDescription: String { name }

  /// The settings that a package gets if it sets nothing.
  package static let usual = LanguageSettings(name: "Swift 6", options: ["-swift-version", "6"])

  /// Each upcoming feature of the toolchain alone: those that Swift 6 does not include already.
  package static let eachFeature: [LanguageSettings] = upcoming(in: "7").map {
    LanguageSettings(name: $0, options: usual.options + enabling([$0]))
  }

  /// Everything that a cautious package may turn on: all upcoming features, and strict memory safety.
  package static let allFeatures = LanguageSettings(
    name: "all upcoming features",
    options: usual.options + enabling(upcoming(in: "7")) + ["-strict-memory-safety"])

  /// Swift 5 with everything that Swift 6 includes turned on feature by feature.
  package static let swift5 = LanguageSettings(
    name: "Swift 5 with all upcoming features",
    options: ["-swift-version", "5"] + enabling(upcoming(in: "6") + upcoming(in: "7")))

  /// The same settings with the main actor as default isolation, as in new Xcode projects.
  package var onMainActor: LanguageSettings {
    LanguageSettings(
      name: "\(name), on the main actor", options: options + ["-default-isolation", "MainActor"])
  }

  private static func enabling(_ features: [String]) -> [String] {
    features.flatMap { ["-enable-upcoming-feature", $0] }
  }

  /// The names of the features that a version of the language turns on, as the compiler lists them.
  package static func upcoming(in version: String) -> [String] {
    guard let result = try? Tool.run(["swiftc", "-print-supported-features"]),
      let list = try? JSONDecoder().decode(List.self, from: Data(result.output.utf8))
    else { return [] }
    return list.features.upcoming.filter { $0.version == version }.map(\.name)
  }

  private struct List: Decodable {
    let features: Features

    struct Features: Decodable {
      let upcoming: [Feature]
    }

    struct Feature: Decodable {
      let name: String
      let version: String

      private enum CodingKeys: String, CodingKey {
        case name
        case version = "enabled_in"
      }
    }
  }
}
