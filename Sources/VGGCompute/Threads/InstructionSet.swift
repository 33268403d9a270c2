import VGGKernels

/// A family of processor instructions that kernels exist for.
package struct InstructionSet: Hashable, Sendable, CustomStringConvertible {
  let value: vgg_isa

  private init(_ value: vgg_isa) {
    self.value = value
  }

  /// The fastest one that this processor has.
  package static var best: InstructionSet { InstructionSet(vgg_isa_best()) }

  /// All that kernels exist for, on any processor.
  package static var all: [InstructionSet] {
    (0..<UInt32(VGG_ISA_COUNT)).map { InstructionSet(vgg_isa(rawValue: $0)) }
  }

  /// All that this processor has, including the portable one.
  package static var available: [InstructionSet] { all.filter { vgg_isa_available($0.value) } }

  /// For example: `avx512`.
  package var description: String { String(cString: vgg_isa_name(value)) }

  package static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(value.rawValue)
  }
}
