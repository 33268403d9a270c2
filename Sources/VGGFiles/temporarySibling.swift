#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes something new beside `path`, under its name and six characters more.
///
/// - Parameter make: `mkstemp` or `mkdtemp`, which fill in the characters.
/// - Returns: What `make` gives, and the name.
package func temporarySibling<Result>(
  of path: String, _ make: (UnsafeMutablePointer<CChar>) -> Result
) -> (result: Result, name: String) {
  var template = Array("\(path).XXXXXX".utf8CString)
  let result = make(&template)
  let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return (result, name)
}
