import VGGDiagnostics

extension English: InsightPhrasebook {
  package func words(for error: InsightError) -> String {
    switch error {
    case .unknownLayer(let name, let nearest, let known, let last):
      "the network has no layer \(name)"
        + (last.map { "; it ends after \($0), because of `until`" } ?? "")
        + (nearest.map { "; did you mean \($0)?" }
          ?? "; its layers: \(shortList(known))")
    case .noMap(let layer, let shape, let lastMap):
      "\(layer) outputs \(shape) values, not a feature map"
        + (lastMap.map { "; the last layer with a feature map is \($0)" } ?? "")
    case .noMaps(let model): "\(model) has no layer with a feature map, so there is nothing to show"
    case .noFilters(let layer, let known):
      "\(layer) has no filters; the layers with filters: \(shortList(known))"
    case .noClasses(let model, let output):
      "\(model) has no classes to explain: it ends in features of shape \(output); "
        + "to print the features, use `vgg predict`"
    case .unknownClass(let name, let nearest, let count, let areNamed):
      "the network has no class \(name)"
        + (nearest.map { "; did you mean \($0)?" }
          ?? (areNamed
            ? "; use one of its labels, or a number from 0 to \(count - 1)"
            : "; its classes have no names, so use a number from 0 to \(count - 1)"))
    case .ambiguousClass(let name, let numbers):
      "several classes are called \(name): \(shortList(numbers.map(String.init))); use the number of one"
    case .notFinite(let values): words(for: values)
    case .softmaxInside(let layer):
      "\(layer) is a softmax with layers after it; classes can be explained only if it comes last"
    case .window(let height, let width, let imageHeight, let imageWidth):
      "a cover of \(height) x \(width) pixels doesn't fit the input of \(imageHeight) x \(imageWidth); "
        + "use 1 x 1 to \(imageHeight) x \(imageWidth) pixels, and a stride of at least 1"
    }
  }

  private func words(for values: NotFiniteValues) -> String {
    switch values {
    case .input: "the input contains values that are infinite or not numbers"
    case .layer(let name):
      "\(name) contains values that are infinite or not numbers: the weights or the input are unusable"
    case .output:
      "the network's output contains values that are infinite or not numbers: the weights or the input are unusable"
    case .gradient:
      "the gradient contains values that are infinite or not numbers: the weights are unusable"
    }
  }

}

/// The names separated by commas; after the first few only their number.
func shortList(_ names: [String]) -> String {
  let most = 12
  guard names.count > most + 1 else { return names.joined(separator: ", ") }
  return names.prefix(most).joined(separator: ", ") + ", … (\(names.count))"
}
