import VGGRuntime

let preprocessing = ImagePreprocessing(
  resize: 36, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])

let program = ClassifierProgram(
  name: "Classify", preprocessing: preprocessing, labels: ["cat", "dog", "horse"]
) { weights, image in
  try Tiny(weights: weights)(image)
}
program.main()
