import VGGDiagnostics
import VGGGraph
import VGGPages
import VGGSpec

/// The state of the slider.
struct SizeAnswer: Encodable {
  let least: Int
  let most: Int
  /// The image's height in the text.
  let own: Int
  /// The height at which the network is shown.
  let side: Int
  /// The height and width: `224 x 224`.
  let text: String
  /// The effect of this size on the network, in a sentence or two; empty if the network stops, which is
  /// reported separately.
  let note: String
  /// The edit that writes the size into the text; `nil` if the text already has it.
  let edit: InputEdit?

  /// Creates a state; `nil` if the text has no input that could be changed.
  ///
  /// - Parameter shown: The network at the requested size.
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
