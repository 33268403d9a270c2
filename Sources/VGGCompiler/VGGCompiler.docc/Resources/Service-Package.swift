// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Service",
  platforms: [.macOS(.v26)],
  dependencies: [.package(path: "../vggc", traits: [])],
  targets: [
    .executableTarget(
      name: "Service",
      dependencies: [.product(name: "VGGCompiler", package: "vggc")])
  ]
)
