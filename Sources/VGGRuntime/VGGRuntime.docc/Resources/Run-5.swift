import VGGRuntime

let program = ClassifierProgram(
  name: "Classify", preprocessing: Tiny.preprocessing, labels: Tiny.labels
) { weights, image in
  try Tiny(weights: weights)(image)
}
program.main()
