// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Compile",
  platforms: [.macOS(.v26)],
  dependencies: [.package(path: "../vggc", traits: [])],
  targets: [
    .executableTarget(
      name: "Compile",
      dependencies: [.product(name: "VGGCompiler", package: "vggc")])
  ]
)
