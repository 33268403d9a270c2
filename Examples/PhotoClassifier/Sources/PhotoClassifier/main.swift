import VGGRuntime

// Photos is made of photos.vgg.yaml by VGGCPlugin when the package is built, with its labels and preprocessing.
ClassifierProgram(
  name: "PhotoClassifier", preprocessing: Photos.preprocessing, labels: Photos.labels,
  network: { weights, image in try Photos(weights: weights)(image) }
).main()
