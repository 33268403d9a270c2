import Foundation
import Testing

extension TemporaryFolder {
  /// The modification date of a file.
  package func changed(_ name: String) throws -> Date {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    return try #require(attributes[.modificationDate] as? Date)
  }

  /// Sets the modification date of a file.
  package func setChanged(_ date: Date, of name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: "\(path)/\(name)")
  }
}
