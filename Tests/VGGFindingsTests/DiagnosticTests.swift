import Testing
import VGGDiagnostics
import VGGFindings
import VGGPhrasebooks

@Suite struct DiagnosticTests {
  private static func range(_ start: Int, file: UInt32 = 0) -> SourceRange {
    SourceRange(source: SourceID(index: file), start: start, end: start + 1)
  }

  @Test func equalityIsOfTheFindingsValuesAndPlace() {
    let one = Diagnostic(RepeatedPool(joined: nil), at: Self.range(3))
    #expect(one == Diagnostic(RepeatedPool(joined: nil), at: Self.range(3)))
    #expect(one != Diagnostic(RepeatedPool(joined: "{maxpool: 4}"), at: Self.range(3)))
    #expect(one != Diagnostic(RepeatedPool(joined: nil), at: Self.range(4)))
    #expect(one != Diagnostic(MergeKey(), at: Self.range(3)))
  }

  /// Two models of one file may have different inputs, which only a note shows.
  @Test func whatReadsTheSameAtOnePlaceIsReportedOnce() {
    func tooSmall(input side: Int, map: Int) -> Diagnostic {
      let input = Spanned(MapShape(channels: 3, height: side, width: side), at: Self.range(side))
      return Diagnostic(
        MapTooSmall(
          .maxPooling, kernel: 2, dilation: 1, padding: 0,
          map: PlaneSize(height: map, width: map), fitsHeight: false, input: input, smallest: nil),
        at: Self.range(9))
    }
    let found = [
      tooSmall(input: 4, map: 1), tooSmall(input: 5, map: 1), tooSmall(input: 4, map: 0),
    ]
    #expect(found.withoutRepeats == [found[0], found[2]])
  }

  @Test func sourceOrderIsByFilePlaceAndTime() {
    let found = [
      Diagnostic(MergeKey(), at: Self.range(1, file: 1)),
      Diagnostic(MultipleDocuments(), at: Self.range(7)),
      Diagnostic(MergeKey(), at: Self.range(2)), Diagnostic(MultipleDocuments(), at: Self.range(2)),
    ]
    #expect(found.inSourceOrder == [found[2], found[3], found[1], found[0]])
  }

  @Test func severityIsTheKinds() {
    #expect([Diagnostic(MergeKey(), at: Self.range(0))].hasErrors)
    #expect(![Diagnostic(RepeatedPool(joined: nil), at: Self.range(0))].hasErrors)
  }

  /// Warnings come last in the catalogue, after the errors in the order of their stages.
  @Test func theCatalogueIsInTheOrderOfItsChapters() {
    let chapters = DiagnosticID.allCases.map { id in
      switch (id.severity, id.stage) {
      case (.error, .reading): 0
      case (.error, .resolving): 1
      case (.error, .checking): 2
      case (.warning, _): 3
      }
    }
    #expect(chapters == chapters.sorted())
  }
}
