import VGGEmitters

extension Provenance {
  /// The same for every test, so that golden files change only with the emitted code.
  static let test = Provenance(
    version: "0.0.0", source: "model.yaml", sha256: String(repeating: "0123456789abcdef", count: 4))
}
