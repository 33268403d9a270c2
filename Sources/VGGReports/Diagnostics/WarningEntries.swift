/// Entries of the warnings: the network is sound, but probably not what was meant.
extension DiagnosticEntry {
  static let poolDropsEdge = DiagnosticEntry(
    id: .poolDropsEdge,
    title: "A pooling leaves out rows or columns",
    meaning: """
      A 2x2 window with stride 2 covers 6 rows of 7, and the last is in no window. The layers before have \
      computed it for nothing, and it is always the bottom and the right of the picture that is lost. It is \
      allowed, since PyTorch and the paper round down just so, but seldom wanted in a small map, where one row \
      of seven is a good part of the picture.
      """,
    repair: """
      Choose an input whose sides can be halved as often as there are poolings: 32 instead of 28. Or write \
      `{maxpool: 2, ceil: true}`, which rounds up, with windows that reach past the edge.
      """,
    example: """
      name: digits
      input: [1, 28, 28]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: digits
      input: [1, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: []
        classes: 10

      """)

  static let adaptivePoolEnlarges = DiagnosticEntry(
    id: .adaptivePoolEnlarges,
    title: "Adaptive pooling makes the map larger",
    meaning: """
      `avgpool: [7, 7]` gives a 7 x 7 map whatever comes in. A smaller map it has to enlarge, by repeating \
      values: from 1 x 1, every value stands 49 times. The classifier's first layer then has \
      512 * 7 * 7 = 25,088 inputs that carry 512 numbers, and 49 weights for each where one would do. \
      torchvision's VGG, given CIFAR's 32 x 32 images, does exactly this without a word.
      """,
    repair: """
      Leave `avgpool` out, or set it to a size that the map has. To use weights trained at 224 x 224 as they \
      are, enlarge the images instead.
      """,
    example: """
      name: vgg11-cifar
      input: [3, 32, 32]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      avgpool: [7, 7]
      classifier:
        hidden: [4096, 4096]
        classes: 10

      """,
    repaired: """
      name: vgg11-cifar
      input: [3, 32, 32]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      classifier:
        hidden: [4096, 4096]
        classes: 10

      """)

  static let adaptivePoolUneven = DiagnosticEntry(
    id: .adaptivePoolUneven,
    title: "Adaptive pooling has uneven bins",
    meaning: """
      Output row i of n is the mean of the input rows from floor(i * size / n) to ceil((i + 1) * size / n). \
      Where the size does not divide by n, these bins overlap: from 8 rows to 7, each is the mean of two, the \
      rows in the middle count twice, and the first and the last once. Where the sizes differ more, some bins \
      are longer than others as well. It computes, but is rarely what one has in mind.
      """,
    repair: """
      Use an input whose last map has the size of `avgpool` or a multiple of it; the note names the sizes. \
      `avgpool: 1`, the mean of the whole map, is even for every input.
      """,
    example: """
      name: vgg11-256
      input: [3, 256, 256]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      avgpool: [7, 7]
      classifier:
        hidden: [4096, 4096]
        classes: 1000

      """,
    repaired: """
      name: vgg11-224
      input: [3, 224, 224]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      avgpool: [7, 7]
      classifier:
        hidden: [4096, 4096]
        classes: 1000

      """)

  static let repeatedPool = DiagnosticEntry(
    id: .repeatedPool,
    title: "A pooling follows a pooling",
    meaning: """
      Two poolings with no convolution between them do what one larger pooling does: `M, M` is \
      `{maxpool: 4}`. VGG has convolutions before each pooling, so a second one is usually a slip, which \
      halves the map once more than was meant, and the classifier's input to a quarter.
      """,
    repair: """
      Remove one, or put the missing convolution between them. Where the larger step is meant, write \
      `{maxpool: 4}`.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10

      """)

  static let noPooling = DiagnosticEntry(
    id: .noPooling,
    title: "Nothing makes the map smaller",
    meaning: """
      There is no pooling, no convolution with a stride, and no `avgpool`. Every map is as large as the image, \
      so each layer costs as much as it can, the receptive field grows by only two pixels a layer, and the \
      classifier has a weight for every pixel of every channel.
      """,
    repair: """
      Put `M` after each block of convolutions, as VGG does, or `avgpool: 1` before the classifier.
      """,
    example: """
      name: flat
      input: [3, 32, 32]
      features: [64, 64, 64, 64]
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: flat
      input: [3, 32, 32]
      features: [64, 64, M, 64, 64, M]
      classifier:
        hidden: []
        classes: 10

      """)

  static let largeClassifier = DiagnosticEntry(
    id: .largeClassifier,
    title: "The classifier is far larger than the features",
    meaning: """
      The fully connected layers have more than 20 times the parameters of the convolutions. In the paper's \
      networks it is 8.4 times for D and 13.4 for A, which is already much. Further off, the classifier learns \
      the pictures by heart sooner than the features learn what is in them.
      """,
    repair: """
      Pool more before the classifier: another `M`, or `avgpool: 1`, which leaves one value a channel. Or make \
      the `hidden` layers smaller; 4096 is for a thousand classes.
      """,
    example: """
      name: shallow
      input: [3, 32, 32]
      features: [64, M, 128, M]
      classifier:
        hidden: [4096, 4096]
        classes: 10

      """,
    repaired: """
      name: shallow
      input: [3, 32, 32]
      features: [64, M, 128, M]
      avgpool: 1
      classifier:
        hidden: [128]
        classes: 10

      """)

  static let weightsOverTwoGiB = DiagnosticEntry(
    id: .weightsOverTwoGiB,
    title: "The weights are too large for one ONNX file",
    meaning: """
      An ONNX file is one protocol-buffers message, which cannot be larger than 2 GiB: 536,870,912 weights of \
      four bytes. VGG-19, the paper's largest, has 143,667,240. A 3x3 convolution from 4096 to 4096 channels \
      alone has 150,999,040, where 4096 was perhaps meant for the fully connected layers.
      """,
    repair: """
      Use fewer channels; the paper's networks stop at 512. safetensors files have no such bound.
      """,
    example: """
      name: wide
      input: [3, 224, 224]
      features: [64, M, 128, M, 256, M, 4096, 4096, 4096, 4096, 4096, M, 512, M]
      classifier:
        hidden: [4096, 4096]
        classes: 1000

      """,
    repaired: """
      name: wide
      input: [3, 224, 224]
      features: [64, M, 128, M, 256, M, 512, 512, 512, 512, 512, M, 512, M]
      classifier:
        hidden: [4096, 4096]
        classes: 1000

      """)
}
