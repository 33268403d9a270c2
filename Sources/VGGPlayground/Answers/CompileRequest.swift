#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the page asks about a text.
struct CompileRequest: Decodable {
  let text: String
  /// Which of the text's models is shown, from 0.
  let model: Int?
  /// The slider's size of the image, in pixels along its height; the text's own where it is not given.
  let side: Int?

  struct Malformed: Error {
    let reason: String
  }

  init(json: [UInt8]) throws(Malformed) {
    do {
      self = try JSONDecoder().decode(CompileRequest.self, from: Data(json))
    } catch {
      throw Malformed(reason: "this is no JSON object with a text")
    }
  }
}
