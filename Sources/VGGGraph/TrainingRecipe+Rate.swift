import VGGFiles
import VGGSpec

extension TrainingRecipe {
  /// The learning rate of an epoch.
  ///
  /// It depends on what is given and nothing else, so that a training that goes on after a stop
  /// has the rates that it would have had.
  ///
  /// - Parameters:
  ///   - epoch: from 0.
  ///   - accuracies: those after each epoch before.
  package func rate(ofEpoch epoch: Int, after accuracies: [Double]) -> Double {
    switch schedule {
    case .constant: rate
    case .step(let every, let factor): rate * Double.power(factor, Double(epoch / every))
    case .steps(let after, let factor):
      rate * Double.power(factor, Double(after.count { $0 <= epoch }))
    case .rates(let rates): rates[min(epoch, rates.count - 1)]
    case .cosine(let final):
      final
        + (rate - final)
        * (1 + Double.cosine(Double.pi * Double(min(epoch, epochs)) / Double(epochs))) / 2
    case .plateau(let patience, let factor):
      rate * Double.power(factor, Double(stalls(in: accuracies.prefix(epoch), patience: patience)))
    }
  }

  /// How often `patience` epochs in a row have brought nothing better than the best before.
  private func stalls(in accuracies: ArraySlice<Double>, patience: Int) -> Int {
    var (best, waited, stalls) = (-Double.infinity, 0, 0)
    for accuracy in accuracies {
      if accuracy > best {
        (best, waited) = (accuracy, 0)
      } else {
        waited += 1
      }
      if waited == patience { (waited, stalls) = (0, stalls + 1) }
    }
    return stalls
  }
}
