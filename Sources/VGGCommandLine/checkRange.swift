import ArgumentParser

/// Refuses an option's value outside of a range.
package func checkRange(_ option: String, _ value: Int, in range: ClosedRange<Int>) throws {
  guard range.contains(value) else {
    throw ValidationError(.outOfRange(option, range, seen: value))
  }
}
