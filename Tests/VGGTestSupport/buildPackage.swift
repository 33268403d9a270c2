import Foundation
import Testing

/// Builds the package in `folder` and returns the path of its executable; a warning is recorded as
/// an issue.
///
/// - Parameter scratch: A folder next to this build's products that keeps the built runtime for the
///   next run.
package func buildPackage(
  in folder: URL, executable: String, configuration: String, scratch: String
) throws -> String {
  let place = try Checkout.products().appending(path: scratch).path
  let result = try Tool.run([
    "swift", "build", "--configuration", configuration, "--scratch-path", place,
    "--package-path", folder.path, "-debug-info-format", "none", "--disable-index-store",
  ])
  #expect(result.status == 0, "\(result.output)\(result.errors)")
  #expect(!result.output.contains("warning:"), "\(result.output)")
  return "\(place)/\(configuration)/\(executable)"
}
