/// A type's name with its generic arguments.
///
/// For example: `FeatureMap<64, 224, 224>`.
struct SwiftType: Hashable, Sendable {
  var name: String
  /// Integer generic arguments: the only kind that generated code needs.
  var arguments: [Int]

  init(_ name: String, _ arguments: Int...) {
    self.name = name
    self.arguments = arguments
  }

  /// For example: `(output: FeatureMap<512, 14, 14>, taps: Taps)`.
  static func tuple(_ elements: (label: String, type: SwiftType)...) -> SwiftType {
    SwiftType("(\(elements.map { "\($0.label): \($0.type.text)" }.joined(separator: ", ")))")
  }

  /// For example: `[String]`.
  static func array(of element: String) -> SwiftType { SwiftType("[\(element)]") }
}
