import VGGFindings
import VGGSpec

/// The values of a layer, keyed by name, as in Keras and PyTorch.
protocol LayerArguments {
  /// The function that makes the layer: `Conv2D`.
  var function: String { get }
  var values: [String: PythonNode] { get }
  /// The layer's UTF-8 offsets in the file.
  var range: Range<Int> { get }
}

extension LayerArguments {
  func obstacle(_ name: String) -> Obstacle {
    guard let node = values[name] else { return Obstacle(.missing(name, of: function), at: range) }
    return Obstacle(.value(node.shown, of: name), at: node.range)
  }

  /// A whole number, or two equal ones; `nil` if not stated.
  func square(_ name: String) throws(Obstacle) -> Int? {
    guard let node = values[name], !node.isNone else { return nil }
    guard let number = node.square else { throw obstacle(name) }
    return number
  }

  /// A whole number, or one for the rows and one for the columns; `nil` if not stated.
  func sides(_ name: String) throws(Obstacle) -> Sides? {
    guard let node = values[name], !node.isNone else { return nil }
    guard let sides = node.sides else { throw obstacle(name) }
    return sides
  }

  func neededSides(_ name: String) throws(Obstacle) -> Sides {
    guard let sides = try sides(name) else {
      throw Obstacle(.missing(name, of: function), at: range)
    }
    return sides
  }

  func needed(_ name: String) throws(Obstacle) -> Int {
    guard let number = try square(name) else {
      throw Obstacle(.missing(name, of: function), at: range)
    }
    return number
  }

  func expect(_ name: String, _ value: Int) throws(Obstacle) {
    if let stated = try square(name), stated != value { throw obstacle(name) }
  }
}

extension PythonNode {
  /// A whole number, or a list of two.
  var sides: Sides? {
    if let integer { return Sides(integer) }
    guard let items, items.count == 2, let height = items[0].integer, let width = items[1].integer
    else { return nil }
    return Sides(height: height, width: width)
  }
}
