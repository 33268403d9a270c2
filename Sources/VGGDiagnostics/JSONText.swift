import VGGFiles

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `value` as indented JSON with its keys sorted, so that equal values produce equal bytes; ends with
/// a line break.
///
/// - Throws: `EncodingError` if `value` holds a number that JSON cannot express, such as NaN.
package func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return PathText.shownInJSON(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
}
