import VGGFiles
import VGGSpec

extension TrainingRecipe {
  /// The learning rate of an epoch.
  ///
  /// It depends only on the arguments and the recipe, so that a training run that resumes after a stop
  /// has the rates that it would have had.
  ///
  /// - Parameters:
  ///   - epoch: The epoch, from 0.
  ///   - accuracies: The accuracies after each previous epoch.
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

  /// The number of times that `patience` epochs in a row have not exceeded the best accuracy before them.
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
