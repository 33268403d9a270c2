/// A value with its place in the user's text.
package struct Spanned<Value> {
  package var value: Value
  package var range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  package func map<Result>(_ transform: (Value) throws -> Result) rethrows -> Spanned<Result> {
    Spanned<Result>(try transform(value), at: range)
  }
}

extension Spanned: Sendable where Value: Sendable {}
extension Spanned: Equatable where Value: Equatable {}
extension Spanned: Hashable where Value: Hashable {}
