import VGGRuntime

let network = try Tiny(weights: SeededInitializer(seed: 7))

let grey = try FeatureMap<3, 32, 32>([Float](repeating: 0, count: 3 * 32 * 32))
print(network(grey).values)
