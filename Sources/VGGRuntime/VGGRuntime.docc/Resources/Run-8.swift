import VGGRuntime

let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))

let image = try FeatureMap<3, 32, 32>((0..<3 * 32 * 32).map { Float($0 & 7) / 7 })
let map: FeatureMap<16, 16, 16> = network.features(upTo: \.relu2_1, of: image)
print(map.values.max() ?? 0)
