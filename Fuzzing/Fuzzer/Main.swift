/// libFuzzer's own main program, called with the inputs' callback.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The program's entry, by the name under which the package manager links the main function of this
/// target: libFuzzer's, with the target that ``FuzzTarget/chosen`` names.
@_cdecl("Fuzzer_main")
public func fuzzerMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { start, count in
    FuzzTarget.chosen.take(UnsafeBufferPointer(start: start, count: count))
  }
}
