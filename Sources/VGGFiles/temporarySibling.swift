/// Makes something new beside `path`, under its name and six characters more.
///
/// - Parameter make: Makes it under the name, with the last six characters filled in.
/// - Returns: What `make` gives, and the name.
package func temporarySibling<Result>(
  of path: String, _ make: (UnsafeMutablePointer<CChar>) -> Result
) -> (result: Result, name: String) {
  var template = Array("\(path).XXXXXX".utf8CString)
  let result = make(&template)
  let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return (result, name)
}
