#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The page's request about a text.
struct CompileRequest: Decodable {
  let text: String
  /// The index of the model that is shown, from 0.
  let model: Int?
  /// The slider's image height, in pixels; `nil` for the text's own size.
  let side: Int?

  struct Malformed: Error {}

  init(json: [UInt8]) throws(Malformed) {
    do {
      self = try JSONDecoder().decode(CompileRequest.self, from: Data(json))
    } catch {
      throw Malformed()
    }
  }
}
