/// A layer's property in the generated structure: its shape-typed type and the call that makes it.
struct LayerProperty: Hashable, Sendable {
  let type: SwiftType
  let initializer: SwiftExpression
}
