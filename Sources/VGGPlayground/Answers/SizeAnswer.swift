import VGGDiagnostics
import VGGGraph
import VGGReports
import VGGSpec

/// What the slider shows.
struct SizeAnswer: Encodable {
  let least: Int
  let most: Int
  /// The image's height as the text has it.
  let own: Int
  /// The height at which the network is shown.
  let side: Int
  /// Height and width: `224 x 224`.
  let text: String
  /// What this size means for the network, in a sentence or two; empty where the network stops, which it
  /// says itself.
  let note: String
  /// Writes the size into the text; `nil` where it is there already.
  let edit: InputEdit?

  var isOwn: Bool { side == own }

  /// `nil` where the text has no input that could be another.
  init?(_ subject: SliderSubject, asked: Int?, _ phrases: any Phrasebook) {
    guard let sides = subject.sides, let own = subject.ownSide, let model = subject.own,
      let input = subject.input(at: asked ?? own)
    else { return nil }
    least = sides.lowerBound
    most = sides.upperBound
    self.own = own
    side = input.height
    text = "\(input.height) x \(input.width)"
    let shown = side == own ? model : subject.model(at: side) ?? model
    note = if case .graph(let graph) = shown { SizeNote(graph, phrases).text } else { "" }
    edit = side == own ? nil : subject.edit(writing: input)
  }
}
