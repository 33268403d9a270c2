import VGGRuntime

let network = try Tiny(weights: WeightFile(path: CommandLine.arguments[1]))

let images: [FeatureMap<3, 32, 32>] = try (0..<8).map { number in
  let samples = (0..<48 * 48).map { UInt8($0 * (number + 1) % 256) }
  let picture = try PixelImage(width: 48, height: 48, channels: 1, samples: samples)
  return try Tiny.preprocessing(picture)
}

// All at once: one output per image.
let batch = network(images)

// From tasks, which share the processors.
await withTaskGroup(of: (Int, FeatureVector<3>).self) { group in
  for (number, image) in images.enumerated() {
    group.addTask { (number, await network.output(of: image)) }
  }
  for await (number, scores) in group {
    print(number, scores.values == batch[number].values)
  }
}
