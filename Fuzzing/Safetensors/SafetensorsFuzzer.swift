import FuzzDriver
import FuzzWeights

/// The program's entry, by the name under which the package manager links the main function of this
/// target.
@_cdecl("SafetensorsFuzzer_main")
public func safetensorsFuzzerMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  runFuzzer(count, arguments) { start, count in
    fuzzWeights(UnsafeBufferPointer(start: start, count: count), in: [.safetensors])
  }
}
