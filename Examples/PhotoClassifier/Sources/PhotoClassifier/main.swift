import VGGRuntime

// Photos is made of photos.vgg.yaml by VGGCPlugin when the package is built.
ClassifierProgram(
  name: "PhotoClassifier",
  preprocessing: ImagePreprocessing(
    resize: 32, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225]),
  labels: ["cat", "dog", "horse", "tree"],
  network: { weights, image in try Photos(weights: weights)(image) }
).main()
