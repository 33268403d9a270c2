import Foundation
import Testing

extension TemporaryFolder {
  /// When a file was last changed.
  package func changed(_ name: String) throws -> Date {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    return try #require(attributes[.modificationDate] as? Date)
  }

  /// Makes a file look as if it was last changed at `date`.
  package func setChanged(_ date: Date, of name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: "\(path)/\(name)")
  }
}
