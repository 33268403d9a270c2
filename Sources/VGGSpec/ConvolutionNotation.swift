/// The paper's notation for a convolution: `conv3-64` is kernel 3, 64 output channels.
package struct ConvolutionNotation {
  let kernel: Int
  let channels: Int

  package init?(_ text: String) {
    guard text.hasPrefix("conv") else { return nil }
    let numbers = text.dropFirst("conv".count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, let kernel = Self.digits(numbers[0]),
      let channels = Self.digits(numbers[1])
    else { return nil }
    self.kernel = kernel
    self.channels = channels
  }

  /// The notation that was meant by another spelling: `Conv3-64`, `conv3_64`, `conv3x3-64`; `nil` for other texts.
  static func meant(by text: String) -> String? {
    let spelling = text.lowercased().replacing("_", with: "-")
    guard spelling.hasPrefix("conv") else { return nil }
    let numbers = spelling.dropFirst("conv".count).split(separator: "-")
    guard numbers.count == 2, let kernel = numbers[0].split(separator: "x").first,
      numbers[0] == kernel || numbers[0] == "\(kernel)x\(kernel)"
    else { return nil }
    let meant = "conv\(kernel)-\(numbers[1])"
    return meant != text && ConvolutionNotation(meant) != nil ? meant : nil
  }

  /// Whether kernel and channels seem to be swapped, as in `conv64-3`.
  var seemsSwapped: Bool { kernel >= 16 && channels <= 11 }

  /// A number too large for 64 bits is still a number, but out of range.
  private static func digits(_ text: Substring) -> Int? {
    let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !text.isEmpty, isDigits else { return nil }
    return Int(text) ?? .max
  }
}
