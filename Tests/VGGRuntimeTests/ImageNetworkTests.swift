import Foundation
import Testing
import VGGRuntime

/// Calls with several images, from several tasks, and up to a layer, compared with the forward pass of one image.
@Suite struct ImageNetworkTests {
  private let network: WideNetwork
  private let images: [FeatureMap<3, 24, 20>]
  /// The output of each image by itself.
  private let expected: [[Float]]

  init() throws {
    let network = try WideNetwork(weights: SeededInitializer(seed: 5))
    self.network = network
    images = try (0..<5).map { number in
      try FeatureMap((0..<1440).map { Float(($0 * 37 + number * 11) % 101) / 50 - 1 })
    }
    expected = images.map { network($0).values }
  }

  @Test func imagesDiffer() {
    #expect(Set(expected).count == images.count)
  }

  @Test(arguments: 0...5) func aBatchHasTheOutputOfEachImage(_ count: Int) {
    #expect(network(Array(images.prefix(count))).map(\.values) == Array(expected.prefix(count)))
  }

  @Test func manyTasksGetTheSameBits() async {
    await withTaskGroup(of: (Int, [Float]).self) { group in
      for number in 0..<60 {
        let image = images[number % images.count]
        group.addTask { (number % images.count, await network.output(of: image).values) }
      }
      var answers = 0
      for await (number, values) in group {
        #expect(values == expected[number])
        answers += 1
      }
      #expect(answers == 60)
    }
  }

  /// Batches within tasks, and tasks next to threads, do not wait for each other forever.
  @Test func batchesInTasks() async {
    await withTaskGroup(of: [[Float]].self) { group in
      for _ in 0..<8 { group.addTask { network(images).map(\.values) } }
      for await values in group { #expect(values == expected) }
    }
  }

  /// The network waits for something that the caller's actor does meanwhile.
  @MainActor @Test func theActorOfTheCallerIsFree() async throws {
    let network = WaitingNetwork()
    Task { network.signal.signal() }
    #expect(await network.output(of: try FeatureVector<1>([7])).values == [7])
  }

  @Test func featuresUpToALayer() {
    let image = images[0]
    let convolved = network.conv1_1(image)
    #expect(network.features(upTo: \.conv1_1, of: image).values == convolved.values)
    #expect(network.features(upTo: \.relu1_1, of: image).values == convolved.relu().values)
    #expect(network.features(upTo: \.fc3, of: image).values == expected[0])
    #expect(network.layers(of: image).relu1_1.values.contains { $0 > 0 })
  }
}

/// Waits for a signal, and returns the image; its softmax if the signal does not come.
private struct WaitingNetwork: ImageNetwork {
  let signal = DispatchSemaphore(value: 0)

  func callAsFunction(_ image: FeatureVector<1>) -> FeatureVector<1> {
    switch signal.wait(timeout: .now() + 60) {
    case .success: image
    case .timedOut: image.softmax()
    }
  }
}
