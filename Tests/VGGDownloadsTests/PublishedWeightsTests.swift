import Testing
import VGGDownloads

@Suite struct PublishedWeightsTests {
  @Test(arguments: [
    ("vgg16", "vgg16-397923af.pth"), ("D", "vgg16-397923af.pth"),
    ("VGG19_BN", "vgg19_bn-c79401a0.pth"),
    ("vgg11-bbd30ac9", "vgg11-bbd30ac9.pth"), ("vgg13-c768596a.pth", "vgg13-c768596a.pth"),
    ("a", "vgg11-8a719046.pth"),
  ])
  func filesAreNamed(_ name: String, _ file: String) {
    #expect(PublishedWeights.named(name)?.fileName == file)
  }

  @Test(arguments: ["C", "vgg12", "", "vgg16-00000000"])
  func othersAreNone(_ name: String) {
    #expect(PublishedWeights.named(name) == nil)
  }

  @Test func hashesAreEightDigits() {
    for weights in PublishedWeights.current + PublishedWeights.former {
      #expect(weights.hashPrefix.count == 8)
      #expect(weights.digest.allSatisfy { "0123456789abcdef".contains($0) })
      #expect(weights.digest.hasPrefix(weights.hashPrefix))
      #expect(weights.digest.count == (weights.sha256 == nil ? 8 : 64))
    }
  }

  #if !canImport(Darwin)
    @Test(arguments: [
      (["HOME": "/home/a"], "/home/a/.cache/vggc"),
      (["HOME": "/home/a", "XDG_CACHE_HOME": "/tmp/c"], "/tmp/c/vggc"),
      (["HOME": "/home/a", "XDG_CACHE_HOME": "relative"], "/home/a/.cache/vggc"), ([:], nil),
    ])
    func theCacheIsWhereThePlatformHasIt(_ variables: [String: String], _ folder: String?) {
      #expect(cacheFolder { variables[$0] } == folder)
    }
  #endif
}
