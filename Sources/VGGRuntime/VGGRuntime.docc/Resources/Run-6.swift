import VGGRuntime

let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))
let preprocessing = ImagePreprocessing(
  resize: 36, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])

// A frame of 64 x 48 pixels, as a camera stores it: blue, green, red and an unused byte.
let frame = (0..<64 * 48 * 4).map { UInt8($0 * 37 % 256) }
let picture = try PixelImage(width: 64, height: 48, layout: .bgra, bytes: frame)

let scores = try network(preprocessing(picture))
for candidate in try scores.top(2, labels: ["cat", "dog", "horse"]) {
  print(candidate.label ?? "class \(candidate.index)", candidate.probability)
}
