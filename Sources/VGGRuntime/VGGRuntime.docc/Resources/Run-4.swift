import Foundation
import VGGRuntime

let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))

let file = try Data(contentsOf: URL(filePath: CommandLine.arguments[2]))
let picture = try PixelImage(ppm: [UInt8](file))
let preprocessing = ImagePreprocessing(
  resize: 36, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])
let probabilities = try network(preprocessing(picture)).softmax().values
for (label, probability) in zip(["cat", "dog", "horse"], probabilities) {
  print(label, probability)
}
