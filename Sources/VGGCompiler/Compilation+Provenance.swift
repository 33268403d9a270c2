import Crypto
import VGGEmitters
import VGGGraph

extension Compilation {
  /// What emitted text says of where it comes from; the model is named where the file holds several.
  package func provenance(of graph: ModelGraph) -> Provenance {
    let digest = SHA256.hash(data: file.bytes)
    let hexadecimal = digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }
    return Provenance(
      version: Version.current, source: file.name, sha256: hexadecimal.joined(),
      model: holdsSeveralModels ? graph.name : nil)
  }
}
