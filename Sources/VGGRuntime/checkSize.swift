/// Checks that `number`, which messages call `name`, is at least `smallest` and no more than
/// 2^31 - 1, so that no sum or product of two such numbers can overflow.
///
/// - Throws: `ShapeError`; `layer` starts the message.
func checkSize(
  _ number: Int, _ name: String, from smallest: Int, layer: String
) throws(ShapeError) {
  guard number >= smallest else {
    throw ShapeError("\(layer): the \(name) must be at least \(smallest), but is \(number)")
  }
  guard number <= Int(Int32.max) else {
    throw ShapeError("\(layer): the \(name) must be at most \(Int32.max), but is \(number)")
  }
}
