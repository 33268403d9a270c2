import VGGDiagnostics
import VGGGraph

extension English {
  package func pixels(from first: String, to last: String) -> String { "\(first) to \(last)" }

  package func reach(of layer: String, _ field: ReceptiveField, imageSide side: Int) -> String {
    let reach =
      field.size >= side
      ? "at least as much as the image's \(grouped(side))"
      : "less than the image's \(grouped(side))"
    return """
      A value of \(layer) sees \(grouped(field.size)) x \(grouped(field.size)) pixels,
      \(reach)\(field.padding > 0 ? "; at the edges part of that is padding" : ""). A fully
      connected layer sees the whole image.
      """
  }
}
