// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "PhotoClassifier",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "vggc", path: "../..")],
  targets: [
    .executableTarget(
      name: "PhotoClassifier",
      dependencies: [.product(name: "VGGRuntime", package: "vggc")],
      plugins: [.plugin(name: "VGGCPlugin", package: "vggc")])
  ]
)
