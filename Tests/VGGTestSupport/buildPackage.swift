import Foundation
import Testing

/// Builds the package in `folder`, in which a warning is an issue, and returns the path of its
/// executable.
///
/// - Parameter scratch: a folder beside this build's products, where what is built of the runtime is
///   kept for the next time.
package func buildPackage(
  in folder: URL, executable: String, configuration: String, scratch: String
) throws -> String {
  let place = try Checkout.products().appending(path: scratch).path
  let result = try Tool.run([
    "swift", "build", "--configuration", configuration, "--scratch-path", place,
    "--package-path", folder.path,
  ])
  #expect(result.status == 0, "\(result.output)\(result.errors)")
  #expect(!result.output.contains("warning:"), "\(result.output)")
  return "\(place)/\(configuration)/\(executable)"
}
