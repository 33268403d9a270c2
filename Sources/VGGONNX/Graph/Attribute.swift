/// An operator's attribute: a number, or a list of numbers.
struct Attribute: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case float(Float)
    case integer(Int)
    case integers([Int])
  }

  let name: String
  let value: Value

  static func float(_ name: String, _ value: Double) -> Attribute {
    Attribute(name: name, value: .float(Float(value)))
  }

  static func integer(_ name: String, _ value: Int) -> Attribute {
    Attribute(name: name, value: .integer(value))
  }

  static func integers(_ name: String, _ values: [Int]) -> Attribute {
    Attribute(name: name, value: .integers(values))
  }
}

extension ONNXAttributeProto {
  init(_ attribute: Attribute) {
    self.init()
    name = attribute.name
    switch attribute.value {
    case .float(let value): (type, f) = (.float, value)
    case .integer(let value): (type, i) = (.int, Int64(value))
    case .integers(let values): (type, ints) = (.ints, values.map { Int64($0) })
    }
  }
}
