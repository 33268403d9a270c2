/// The place of a layer, parsed from its module's name by the convention that the name follows.
struct ModuleName: Hashable, Sendable {
  /// A convention, and the place in it.
  enum Place: Hashable, Sendable {
    /// torchvision's index in `features`; LPIPS's slices have the same indices.
    case features(Int)
    /// torchvision's index in `classifier`.
    case classifier(Int)
    /// A part of the unit with this index in `features`. A unit is a convolution with the layers that
    /// follow it, or a pooling layer: `features.2.conv`, `features.2.bn`.
    case unit(Int)
    /// `conv2_1` as in the paper and Caffe, or `block2_conv1` as in Keras.
    case block(Int, number: Int)
    /// An index in a sequence of any name, or without one: `vgg.0`, `0`.
    case member(Int)
    /// Any other name; only several names together show an order.
    case named
  }

  let place: Place
  /// The words before those that the convention covers.
  let prefix: [String]

  init(_ path: [String]) {
    let words = path.suffix(3)
    let (last, container) = (words.last ?? "", words.dropLast().last)
    let outer = words.count == 3 ? words.first : nil
    if let index = wholeNumber(last) {
      switch container {
      case "features": self.init(.features(index), path.dropLast(2))
      case "classifier": self.init(.classifier(index), path.dropLast(2))
      case .some(let name) where numbered(name, "slice") != nil:
        self.init(.features(index), path.dropLast(2))
      case .some(let name) where outer == "features":
        self.init(wholeNumber(name).map(Place.unit) ?? .named, path.dropLast(3))
      case .some, .none: self.init(.member(index), path.dropLast())
      }
    } else if outer == "features", let unit = container.flatMap(wholeNumber) {
      self.init(.unit(unit), path.dropLast(3))
    } else if let (block, number) = blockNumbers(last) {
      self.init(.block(block, number: number), path.dropLast(container == "features" ? 2 : 1))
    } else {
      self.init(.named, path.dropLast())
    }
  }

  private init(_ place: Place, _ prefix: some Sequence<String>) {
    (self.place, self.prefix) = (place, Array(prefix))
  }
}

/// Far beyond any network of the language, and far below integer overflow.
private let largestNumber = 1 << 32

/// A number as programs write it, without a sign or leading zeros.
func wholeNumber(_ word: some StringProtocol) -> Int? {
  guard let number = Int(word), String(number) == word, (0..<largestNumber).contains(number) else {
    return nil
  }
  return number
}

private func numbered(_ word: some StringProtocol, _ name: String) -> Int? {
  word.hasPrefix(name) ? wholeNumber(word.dropFirst(name.count)) : nil
}

/// Beyond the blocks of any network, and the layers of any block.
private let largestBlock = 10_000

/// `conv2_1`, `bn2_1`, `block2_conv1`.
private func blockNumbers(_ word: String) -> (block: Int, number: Int)? {
  guard let (block, number) = twoNumbers(word), (1...largestBlock).contains(block),
    (1...largestBlock).contains(number)
  else { return nil }
  return (block, number)
}

private func twoNumbers(_ word: String) -> (block: Int, number: Int)? {
  let parts = word.split(separator: "_", omittingEmptySubsequences: false)
  guard parts.count == 2 else { return nil }
  if let block = numbered(parts[0], "block") {
    let letters = parts[1].prefix { !$0.isNumber }
    return wholeNumber(parts[1].dropFirst(letters.count)).map { (block, $0) }
  }
  let letters = parts[0].prefix { !$0.isNumber }
  guard !letters.isEmpty, let block = wholeNumber(parts[0].dropFirst(letters.count)),
    let number = wholeNumber(parts[1])
  else { return nil }
  return (block, number)
}
