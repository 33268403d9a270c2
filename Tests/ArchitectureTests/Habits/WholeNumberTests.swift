import Foundation
import Testing
import VGGTestSupport

/// Checks that converting a computed number to an integer never traps: `Int(_: Double)` and similar initialisers trap on
/// infinities, NaN and numbers out of range. `Int(clamping:)` and `Int(exactly:)` replace them.
///
/// The target of each call is read from the index that the compiler writes for a debug build.
@Suite struct WholeNumberTests {
  /// The files that may convert without a check, with the reason.
  private static let allowed: [String: String] = [:]

  @Test func noUncheckedConversion() throws {
    let index = try CompilerIndex()
    var seen = 0
    for file in SourceTree.files {
      let records = index.records(of: file)
      seen += records.isEmpty ? 0 : 1
      let found = records.contains { record in
        Self.conversions.contains { record.range(of: Data($0.utf8)) != nil }
      }
      #expect(
        found == (Self.allowed[file.shortPath] != nil),
        "\(file.path) has a conversion such as Int(_: Double); take Int(clamping:) or Int(exactly:)"
      )
    }
    #expect(seen > SourceTree.files.count * 9 / 10, "of \(seen) files there is an index")
  }

  /// The compiler's names for the initialisers.
  private static let conversions: [String] =
    ["Sd", "Sf"].flatMap { source in
      ["s:SiySi\(source)cfc", "s:SuySu\(source)cfc"]
        + ["Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64"].map {
          "s:s\($0.utf8.count)\($0)VyAB\(source)cfc"
        }
    } + ["s:Szyxqd__cSBRd__lufc", "s:s17FixedWidthIntegerPsEyxqd__cSBRd__lufc"]
}

/// The index of the build that runs the tests.
private struct CompilerIndex {
  private let folder: URL
  /// A description of a source file's compilation to one object.
  private struct Unit {
    let date: Date
    let content: Data
  }

  /// The units by name of the source file.
  private let units: [Substring: [Unit]]

  init() throws {
    folder = try Checkout.products().appending(path: "index/store/v5")
    var units: [Substring: [Unit]] = [:]
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "units").path)
    {
      guard let end = name.range(of: ".o-", options: .backwards) else { continue }
      let file = folder.appending(path: "units/\(name)")
      let date = try file.resourceValues(forKeys: [.contentModificationDateKey])
        .contentModificationDate
      units[name[..<end.lowerBound], default: []].append(
        Unit(date: date ?? .distantPast, content: try Data(contentsOf: file)))
    }
    self.units = units
  }

  /// The index records of a file's last compilation.
  func records(of file: SourceText) -> [Data] {
    let name = file.path.split(separator: "/").last ?? ""
    let place = Data("/Sources/\(file.module)".utf8)
    // The tools of a plugin are compiled to separate objects, and not in every build.
    guard
      let unit = (units[name] ?? []).filter({ $0.content.range(of: place) != nil })
        .max(by: { $0.date < $1.date })
    else { return [] }
    return recordNames(in: unit.content, of: name).compactMap { record in
      try? Data(contentsOf: folder.appending(path: "records/\(record.suffix(2))/\(record)"))
    }
  }

  /// The file's name, a hyphen, and a hash of letters and digits.
  private func recordNames(in unit: Data, of name: Substring) -> Set<String> {
    let mark = Data("\(name)-".utf8)
    var names: Set<String> = []
    var rest = unit[...]
    while let found = rest.range(of: mark) {
      rest = rest[found.upperBound...]
      let hash = rest.prefix { (48...57).contains($0) || (65...90).contains($0) }
      names.insert("\(name)-\(String(decoding: hash, as: UTF8.self))")
    }
    return names
  }
}
