import VGGDiagnostics
import VGGGraph
import VGGSpec

extension English {
  package func pixels(from first: String, to last: String) -> String { "\(first) to \(last)" }

  package func reach(
    of layer: String, _ field: ReceptiveField, image: PlaneSize, precedesLinear: Bool
  ) -> String {
    let rest = precedesLinear ? " The fully connected layers see the whole image." : ""
    let side = max(image.height, image.width)
    guard field.size.isSquare else {
      return """
        A value of \(layer) sees \(grouped(field.size.height)) x \(grouped(field.size.width)) pixels, height x width; the
        image has \(grouped(image.height)) x \(grouped(image.width))\(field.padding == 0 ? "" : ", and at the edges part of what it sees is padding").\(rest)
        """
    }
    let reach =
      field.size.height >= side
      ? "at least as much as the image's \(grouped(side))"
      : "less than the image's \(grouped(side))"
    return """
      A value of \(layer) sees \(grouped(field.size)) x \(grouped(field.size)) pixels,
      \(reach)\(field.padding != 0 ? "; at the edges part of that is padding" : "").\(rest)
      """
  }
}
