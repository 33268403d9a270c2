import FuzzDriver
import FuzzWeights

/// The program's entry, by the name under which the package manager links the main function of this
/// target.
@_cdecl("PyTorchFuzzer_main")
public func pyTorchFuzzerMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  runFuzzer(count, arguments) { start, count in
    fuzzWeights(
      UnsafeBufferPointer(start: start, count: count), in: [.pyTorchZip, .pyTorchStream])
  }
}
