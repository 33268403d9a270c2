/// A small, fast generator of 64-bit numbers with a state of one word (Steele, Lea and Flood,
/// OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A generator whose numbers depend on both the seed and the name.
  package init(seed: UInt64, name: String) {
    // FNV-1a over the name's bytes, then one scrambling step for each part.
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    var seeded = SplitMix64(seed: seed)
    self.init(seed: Self.scrambled(hash) ^ seeded.next())
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.scrambled(state)
  }

  private static func scrambled(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
