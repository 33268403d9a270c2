import VGGRuntime

let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))

// A frame of 64 x 48 pixels, as a camera stores it: blue, green, red and an unused byte.
let frame = (0..<64 * 48 * 4).map { UInt8($0 * 37 % 256) }
let picture = try PixelImage(width: 64, height: 48, layout: .bgra, bytes: frame)

let scores = try network(Tiny.preprocessing(picture))
for candidate in try scores.top(2, labels: Tiny.labels) {
  print(candidate.label ?? "class \(candidate.index)", candidate.probability)
}
