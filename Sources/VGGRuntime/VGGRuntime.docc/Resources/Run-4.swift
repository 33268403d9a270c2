import Foundation
import VGGRuntime

let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))

let file = try Data(contentsOf: URL(filePath: CommandLine.arguments[2]))
let picture = try PixelImage(ppm: [UInt8](file))
let probabilities = try network(Tiny.preprocessing(picture)).softmax().values
for (label, probability) in zip(Tiny.labels, probabilities) {
  print(label, probability)
}
