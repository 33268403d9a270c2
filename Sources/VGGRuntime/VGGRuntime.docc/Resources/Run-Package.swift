// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Classify",
  platforms: [.macOS(.v26)],
  dependencies: [.package(path: "../vggc", traits: [])],
  targets: [
    .executableTarget(
      name: "Classify",
      dependencies: [.product(name: "VGGRuntime", package: "vggc")])
  ]
)
