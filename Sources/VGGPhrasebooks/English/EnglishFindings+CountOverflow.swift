import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: CountOverflow) -> FindingWords {
    switch finding {
    case .input(let shape):
      FindingWords("an input of \(shape) has more values than 64 bits can hold")
    case .layer:
      FindingWords(
        "this layer's size or parameter count exceeds 64 bits; use fewer channels or a smaller input"
      )
    case .total(let model):
      FindingWords(
        "the parameters, MACs or activations of `\(model)` add up to more than 64 bits can hold")
    }
  }
}
