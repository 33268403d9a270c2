/// Makes identifiers that are valid, unused, and as close to the given names as Swift's conventions
/// allow.
package struct SwiftNamer {
  /// The longest type name that still fits the lines it appears on.
  static let longestTypeName = 30

  private var used: Set<String> = []

  /// The name of the generated type, and of the module that contains it in a generated package.
  ///
  /// For example: `VGG16BN` for `vgg16_bn`, `VGG11` for `11`, `LinearNetwork` for `linear`, and
  /// `Network` for a name without a letter or digit that can be spelled in ASCII.
  package static func typeName(_ modelName: String) -> String {
    var name = asciiWords(modelName).map(capitalized).joined()
    name = String(name.prefix(longestTypeName))
    if name.isEmpty { return "Network" }
    if name.first?.isNumber == true { name = "VGG\(name)" }
    return reservedTypeNames.contains(name) ? "\(name)Network" : name
  }

  /// The type names of a file's models, in their order; models with the same type name are numbered.
  ///
  /// Letter case does not distinguish names, since each name is also a file's name.
  ///
  /// For example: `Small`, `Small2` for `small`, `SMALL`.
  package static func typeNames(_ modelNames: [String]) -> [String] {
    // Plain names are assigned first, so that a numbered name never takes another model's plain name.
    let plain = modelNames.map(typeName)
    var used: Set<String> = []
    let isFirst = plain.map { used.insert($0.lowercased()).inserted }
    return zip(plain, isFirst).map { name, isFirst in
      guard !isFirst else { return name }
      var number = 2
      while !used.insert("\(name)\(number)".lowercased()).inserted { number += 1 }
      return "\(name)\(number)"
    }
  }

  /// Returns `name` itself if it is not taken, else `name` with the first free number appended.
  mutating func unique(_ name: String) -> String {
    if used.insert(name).inserted { return name }
    var number = 2
    while !used.insert("\(name)_\(number)").inserted { number += 1 }
    return "\(name)_\(number)"
  }
}

/// Acronyms of the field that are written in upper case.
private let acronyms: Set<String> = ["bn", "cifar", "lrn", "mnist", "vgg"]

/// For example: `Custom` for `custom`, `VGG16` for `vgg16`, `BN` for `bn`.
private func capitalized(_ word: String) -> String {
  let letters = word.prefix { $0.isLetter }.lowercased()
  if acronyms.contains(letters) { return letters.uppercased() + word.dropFirst(letters.count) }
  return word.prefix(1).uppercased() + word.dropFirst()
}
