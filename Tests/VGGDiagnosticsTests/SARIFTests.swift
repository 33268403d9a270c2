import Foundation
import Testing

@testable import VGGDiagnostics

/// The parts of a SARIF log by which code-scanning services recognise files and findings.
@Suite struct SARIFTests {
  @Test(arguments: [
    ("net.yaml", "net.yaml", true), ("./Configs//a b.yaml", "Configs/a%20b.yaml", true),
    ("/work/repo/Configs/net.yaml", "Configs/net.yaml", true), ("x/../net.yaml", "net.yaml", true),
    ("../repo/net.yaml", "net.yaml", true), ("../net.yaml", "file:///work/net.yaml", false),
    ("/work/repository/net.yaml", "file:///work/repository/net.yaml", false),
    ("/work/repo/../../../net.yaml", "file:///net.yaml", false),
    ("a:b#c.yaml", "a%3Ab%23c.yaml", true),
    ("<stdin>", "%3Cstdin%3E", false),
  ]) func addressesAreRelativeToTheFolder(name: String, uri: String, isRelative: Bool) {
    let address = ArtifactAddress(of: name, from: "/work/repo")
    #expect(address.uri == uri)
    #expect(address.uriBaseId == (isRelative ? "%SRCROOT%" : nil))
  }

  private let networks = """
    models:
      small:
        features: [64, M]
        classifier:
        - linear: {in: 7, out: 10}
      large:
        features: [64, 64, M]
        classifier:
        - linear: {in: 7, out: 10}
        - linear: {in: 7, out: 10}

    """

  /// The fingerprints of a finding at each `7`.
  private func fingerprints(
    _ text: String, code: String = "linear-input-mismatch", message: String = "expects 7"
  ) -> [String] {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: "net.yaml", text: text))
    var fingerprints = FindingFingerprints(of: sources)
    return Array(text.utf8).enumerated().filter { $0.element == UInt8(ascii: "7") }.map {
      place, _ in
      fingerprints.next(
        WordedDiagnostic(
          code: code, severity: .error, message: message,
          at: SourceRange(source: source, start: place, end: place + 1)))
    }
  }

  @Test func fingerprintsSurviveMovedLinesAndOtherWords() {
    let found = fingerprints(networks)
    #expect(Set(found).count == 3)
    #expect(found[2] == found[1].dropLast() + "2", "equal findings of a model are numbered")
    let moved = networks.replacing("models:\n", with: "# two networks\nname: both\n\nmodels:\n")
      .replacing("[64, M]", with: "[64, 64,\n      M]")
    #expect(fingerprints(moved) == found)
    #expect(fingerprints(moved, message: "expects 9") == found)
    #expect(Set(fingerprints(networks, code: "other")).isDisjoint(with: found))
    let renamed = fingerprints(networks.replacing("small:", with: "tiny:"))
    #expect(renamed[0] != found[0] && renamed[1...] == found[1...])
    #expect(
      fingerprints(networks.replacing("out: 10}\n  large", with: "out: 9}\n  large"))[0] != found[0]
    )
  }

  /// A finding past the end, in an empty file, or on a line of a megabyte has a fingerprint.
  @Test(arguments: ["", "\n", "7", String(repeating: "7", count: 1 << 12)])
  func everyPlaceHasAFingerprint(text: String) {
    var sources = SourceMap()
    let source = sources.add(SourceFile(name: "net.yaml", text: text))
    var fingerprints = FindingFingerprints(of: sources)
    for place in [0, 1, 1 << 20] {
      let fingerprint = fingerprints.next(
        WordedDiagnostic(
          code: "a", severity: .error, message: "m",
          at: SourceRange(source: source, start: place, end: place + 1)))
      #expect(fingerprint.contains(":"))
    }
  }
}
