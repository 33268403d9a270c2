import FuzzDriver

/// The program's entry, by the name under which the package manager links the main function of this
/// target.
@_cdecl("FrontEndFuzzer_main")
public func frontEndFuzzerMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  runFuzzer(count, arguments) { start, count in fuzzFrontEnd(start, count) }
}
