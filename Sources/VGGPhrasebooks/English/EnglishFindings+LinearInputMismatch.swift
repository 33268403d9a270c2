import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: LinearInputMismatch) -> FindingWords {
    switch finding {
    case .flattenedMap(let stated, let map, let flattened, let source, let fitsAnyInput, let sizes):
      var notes: [Note] = []
      if let source {
        notes.append(Note("the map becomes \(map.height) x \(map.width) here", at: source))
      }
      if let sizes {
        notes.append(Note("\(stated) would be right for square inputs \(squares(sizes))"))
      } else if !fitsAnyInput {
        notes.append(Note("no square input makes these features flatten to \(stated)"))
      }
      return FindingWords(
        "\(linearLayer(taking: stated)), but the feature map flattens to \(flattened)",
        label: "\(shape(map)) = \(flattened)", notes: notes)
    case .previousLayer(let stated, let outputs, let source):
      return FindingWords(
        "\(linearLayer(taking: stated)), but the layer before gives \(outputs)",
        label: "in_features is \(outputs) here",
        notes: [
          Note(
            outputs == 1 ? "the 1 value comes from here" : "the \(outputs) values come from here",
            at: source)
        ])
    }
  }

  private func linearLayer(taking inputs: Int) -> String {
    "linear layer takes \(inputs) \(inputs == 1 ? "input" : "inputs")"
  }
}
