import VGGDiagnostics
import VGGGraph

extension English {
  package var receptiveFieldsHeading: String { "What one value sees" }

  package var receptiveFieldMeaning: String {
    """
    A value's receptive field is the part of the image that it depends on: a square of so many
    pixels a side. A pixel sees itself. Each window widens the view by (kernel - 1) jumps, where
    a jump is the distance in pixels between what two neighbours see; a stride multiplies the
    jump, so that the same 3x3 kernel widens the view by more after every pooling:
    """
  }

  package var receptiveFieldFormulas: [String] {
    ["size = size + (kernel - 1)*jump", "jump = jump * stride"]
  }

  package var firstWindowReach: String {
    """
    Padding is how far the first window reaches past the image's edge; it grows by the layer's
    own padding times the jump. Value number i, counted from 0, sees the pixels
    """
  }

  package var pixelsSeenFormula: String {
    "from i*jump - padding to i*jump - padding + size - 1."
  }

  package var receptiveFieldColumns: ReceptiveFieldColumns {
    .init(
      after: "after", map: "map", sees: "sees", jump: "jump", padding: "padding",
      pixels: "pixels that the first value sees")
  }

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
