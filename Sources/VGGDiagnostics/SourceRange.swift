/// The identity of one file of a ``SourceMap``.
package struct SourceID: Hashable, Sendable {
  package let index: UInt32

  package init(index: UInt32) {
    self.index = index
  }
}

/// A half-open stretch of a source file, in UTF-8 offsets from the file's first byte.
///
/// For example: in `input: [3, 32, 32]` the first `3` is `8..<9`.
package struct SourceRange: Hashable, Sendable {
  package let source: SourceID
  private let lower: UInt32
  private let upper: UInt32

  /// - Precondition: `start <= end`, and both are in a file of at most 4 GiB, which
  ///   ``SourceFile/maximumSize`` ensures.
  package init(source: SourceID, start: Int, end: Int) {
    precondition(start <= end)
    self.source = source
    self.lower = UInt32(start)
    self.upper = UInt32(end)
  }

  package var start: Int { Int(lower) }
  package var end: Int { Int(upper) }
  package var isEmpty: Bool { lower == upper }

  /// The range from this range's start to the end of `other`, which is in the same file and does not end
  /// before this starts.
  package func extended(to other: SourceRange) -> SourceRange {
    guard other.source == source, other.end >= start else { return self }
    return SourceRange(source: source, start: start, end: other.end)
  }

  /// The first character of a long range, the only part that carets should mark.
  package var firstCharacter: SourceRange {
    SourceRange(source: source, start: start, end: isEmpty ? start : start + 1)
  }
}
