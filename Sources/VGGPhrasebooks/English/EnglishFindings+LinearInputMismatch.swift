import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: LinearInputMismatch) -> FindingWords {
    switch finding {
    case .flattenedMap(let stated, let map, let flattened, let source, let fitsAnyInput, let sizes):
      var notes: [Note] = []
      if let source {
        notes.append(Note("the feature map becomes \(map.height) x \(map.width) here", at: source))
      }
      if let sizes {
        notes.append(Note("\(stated) fits square inputs \(squares(sizes))"))
      } else if !fitsAnyInput {
        notes.append(Note("no square input flattens to \(stated)"))
      }
      return FindingWords(
        "\(linearLayer(expecting: stated)), but the feature map flattens to \(flattened)",
        label: "\(shape(map)) = \(flattened)", notes: notes)
    case .previousLayer(let stated, let outputs, let source):
      return FindingWords(
        "\(linearLayer(expecting: stated)), but the previous layer outputs \(outputs)",
        label: "in_features = \(outputs)",
        notes: [
          Note(
            outputs == 1 ? "the 1 output is set here" : "the \(outputs) outputs are set here",
            at: source)
        ])
    }
  }

  private func linearLayer(expecting inputs: Int) -> String {
    "linear layer expects \(inputs) \(inputs == 1 ? "input" : "inputs")"
  }
}
