import Testing
import VGGDiagnostics

/// The particle follows the sound of the text before it: digits, letters, names and units as they are read
/// aloud.
@Suite struct KoreanParticleTests {
  /// 은, 이, 을, 과, 으로
  @Test(arguments: [
    "0", "3", "6", "10", "16", "100", "256", "1,000", "138,000,000", "0.10", "3x3", "16 x 16",
    "fc6", "conv3_3", "features.0", "VGG-16", "vgg16_bn", "UTF-16", "C^2", "10^9", "M", "LRN",
    "CNN", "MAC", "flatten", "`input`", "`name`", "`dropout`", "`padding`", "`crop`", "특성맵",
    "합성곱(convolution)", "10,000,000,000,000,000",
  ]) func consonants(_ word: String) {
    expect(word, "은", "이", "을", "과", "으로", "이어야")
  }

  /// 은, 이, 을, 과, 로
  @Test(arguments: [
    "1", "7", "8", "28", "2048", "25,088", "0.1", "7x7", "8 x 8", "conv3_1", "pool1", "fc7", "fc8",
    "UTF-8", "avgpool", "maxpool", "`kernel`", "`schedule`", "`scale`", "YAML", "URL", "픽셀",
  ]) func liquids(_ word: String) {
    expect(word, "은", "이", "을", "과", "로", "이어야")
  }

  /// 는, 가, 를, 와, 로
  @Test(arguments: [
    "2", "4", "5", "9", "12", "64", "512", "1,000,000,000,000", "20,000,000,000,000", "0.5", "5x5",
    "224x224", "[4, 4]", "conv2_2", "pool5", "vgg19", "float32", "A", "B", "C", "D", "E", "FC",
    "ReLU", "ONNX", "PyTorch", "`features`", "`classes`", "`linear`", "`factor`", "`stride`",
    "MiB", "GiB", "%", "50%", "ms", "FLOPs", "conv5_2(conv3-512)", "Conv2d(3, 64)",
    "평탄화(flatten)", "`{maxpool: 2, ceil: true}`", "(224x224)",
  ]) func vowels(_ word: String) {
    expect(word, "는", "가", "를", "와", "로", "여야")
  }

  private func expect(_ word: String, _ particles: String...) {
    let kinds: [KoreanParticle] = [.topic, .subject, .object, .and, .by, .mustBe]
    for (kind, particle) in zip(kinds, particles) {
      #expect(with(word, kind) == word + particle)
    }
  }

  /// A word that can be read in several ways gets both forms, or a noun that takes the particle.
  @Test(arguments: ["myself", "`zebra`", "고유名", "", "é"])
  func whatNobodyCanRead(_ word: String) {
    #expect(with(word, .topic) == word + "은(는)")
    #expect(with(word, .by) == word + "(으)로")
    #expect(with(word, .object, noun: "키") == "\(word) 키를")
    #expect(with(word, .by, noun: "값") == "\(word) 값으로")
  }

  @Test func theNounIsForTheUnreadableOnly() {
    #expect(with("64", .by, noun: "값") == "64로")
  }
}
