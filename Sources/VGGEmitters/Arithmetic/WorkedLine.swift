/// One line of a layer's arithmetic, with its numbers filled in.
///
/// For example: `parameters` and `64 * (3*3*3) + 64 = 1,792`.
struct WorkedLine: Hashable, Sendable {
  let quantity: String
  let formula: String

  init(_ quantity: String, _ formula: String) {
    self.quantity = quantity
    self.formula = formula
  }
}
