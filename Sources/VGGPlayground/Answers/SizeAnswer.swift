import VGGDiagnostics
import VGGGraph
import VGGPages
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

  /// `nil` where the text has no input that could be another.
  ///
  /// - Parameter shown: The network at the size that is asked for.
  /// - Throws: ``ClientLeft`` before the next edit is tried.
  init?(
    _ subject: SliderSubject, for client: ClientPresence, asked: Int?, shown: CheckedModel,
    _ phrases: any PagePhrasebook
  ) throws(ClientLeft) {
    guard let sides = subject.sides, let own = subject.ownSide,
      let input = subject.input(at: asked ?? own)
    else { return nil }
    least = sides.lowerBound
    most = sides.upperBound
    self.own = own
    side = input.height
    text = "\(input.height) x \(input.width)"
    note = if case .graph(let graph) = shown { SizeNote(graph, phrases).text } else { "" }
    edit = side == own ? nil : try subject.edit(writing: input, for: client)
  }
}
