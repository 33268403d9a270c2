import VGGRuntime

let network = try Tiny(weights: SeededInitializer(seed: 7))
