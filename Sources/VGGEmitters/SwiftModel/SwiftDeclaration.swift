/// A Swift declaration with its access level and its documentation.
struct SwiftDeclaration {
  var access: AccessLevel
  var documentation: [DocumentationPart]
  var kind: Kind

  enum Kind {
    case structure(SwiftStructure)
    /// For example: `public let pool1: MaxPool2d<64, 224, 224, 112, 112>`.
    case property(name: String, type: SwiftType)
    /// For example: `public static let labels: [String] = ["cat", "dog"]`; the type is written only if given.
    case constant(name: String, type: SwiftType? = nil, SwiftExpression)
    /// For example: `public var named: [NamedValues] {`, the value, and `}`.
    case computed(name: String, type: SwiftType, SwiftExpression)
    case function(SwiftFunction)
  }
}

/// A part of a documentation comment; an empty `///` line separates two parts.
enum DocumentationPart: Hashable, Sendable {
  /// Text that is wrapped to the line length.
  case paragraph(String)
  /// A code block with its quantities and formulas aligned in columns.
  case arithmetic([WorkedLine])
  /// The `- Throws:` field.
  case `throws`(String)
}

/// A structure that belongs to no actor, whatever the default isolation of its module is.
struct SwiftStructure {
  var name: String
  var conformances: [String]
  /// The members, made one by one while they are printed.
  var members: AnySequence<SwiftDeclaration>
}

/// A function or initialiser.
struct SwiftFunction {
  /// For example: `init`, or `func callAsFunction`.
  var introducer: String
  var parameters: [SwiftParameter]
  var doesThrow: Bool = false
  var result: SwiftType?
  /// The statements, made one by one while they are printed.
  var body: AnySequence<SwiftStatement>
}

/// A parameter of a function: `_ image: FeatureMap<3, 32, 32>`.
struct SwiftParameter: Hashable, Sendable {
  /// The label; `nil` if callers do not write one.
  var label: String?
  var name: String
  var type: SwiftType
}
