/// Entries of the errors that are found when the shapes are followed through the network.
extension DiagnosticEntry {
  static let channelMismatch = DiagnosticEntry(
    id: .channelMismatch,
    title: "A convolution takes other channels than it gets",
    meaning: """
      Every filter of a convolution has weights for each channel that comes in. So `in` (PyTorch's \
      `in_channels`) must be what the convolution before gives out, or the image's channels for the first one. \
      Pooling, normalisation and ReLU leave the number of channels as it is.

      PyTorch finds the same slip only when an image is put through: "expected input[1, 64, 16, 16] to have 32 \
      channels, but got 64 channels instead".
      """,
    repair: """
      Correct `in`, or leave it out: vggc computes it. Where `in` is right, the convolution before is wrong, and \
      the note shows where that stands.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features:
        - {conv: 64, in: 3}
        - maxpool
        - {conv: 128, in: 32}
        - maxpool
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features:
        - {conv: 64, in: 3}
        - maxpool
        - {conv: 128, in: 64}
        - maxpool
      classifier:
        hidden: []
        classes: 10

      """)

  static let mapTooSmall = DiagnosticEntry(
    id: .mapTooSmall,
    title: "The feature map is smaller than a layer's window",
    meaning: """
      Each `M` halves the height and the width of the map. 16 pixels become 8, 4, 2 and 1, and then a fifth \
      2x2 window no longer fits. The networks of the paper have five poolings and so need images of 32 pixels \
      or more.

      PyTorch says "Output size is too small" when an image is put through.
      """,
    repair: """
      Use an input of at least the size in the note, or fewer poolings. Padding lets a convolution fit a map \
      that is smaller than its kernel, and `{maxpool: 2, ceil: true}` lets a pooling fit a map of one pixel, but \
      neither gives it anything to see.
      """,
    example: """
      name: thumbnails
      input: [3, 16, 16]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      classifier:
        hidden: [512]
        classes: 10

      """,
    repaired: """
      name: thumbnails
      input: [3, 16, 16]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512]
      classifier:
        hidden: [512]
        classes: 10

      """)

  static let linearInputMismatch = DiagnosticEntry(
    id: .linearInputMismatch,
    title: "A linear layer takes another number of inputs than it gets",
    meaning: """
      The first fully connected layer has a weight for every value of the last feature map, so its `in` is \
      channels * height * width of that map. That changes with the size of the image: 25,088 = 512 * 7 * 7 is \
      right for VGG with images of 224 to 255 pixels, and wrong for all others. A later layer's `in` is the \
      `out` of the linear layer before.

      PyTorch says "mat1 and mat2 shapes cannot be multiplied (1x2048 and 25088x4096)" when an image is put \
      through.
      """,
    repair: """
      Correct `in`, or leave it out: vggc computes it. To keep the number, because weights have been trained \
      with it, use an input of a size that the note names.
      """,
    example: """
      # VGG-11's classifier, moved from ImageNet to Tiny ImageNet.
      name: tiny-imagenet
      input: [3, 64, 64]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      classifier:
        - linear: {in: 25088, out: 4096}
        - relu
        - dropout: 0.5
        - linear: {in: 4096, out: 200}

      """,
    repaired: """
      # VGG-11's classifier, moved from ImageNet to Tiny ImageNet.
      name: tiny-imagenet
      input: [3, 64, 64]
      features: [64, M, 128, M, 256, 256, M, 512, 512, M, 512, 512, M]
      classifier:
        - linear: {in: 2048, out: 4096}
        - relu
        - dropout: 0.5
        - linear: {in: 4096, out: 200}

      """)

  static let classesLabelsMismatch = DiagnosticEntry(
    id: .classesLabelsMismatch,
    title: "There are not as many labels as outputs",
    meaning: """
      `labels` names the network's outputs in their order. With another number of names than outputs, some \
      predictions would have no name, or a name that is never predicted hides that a class was left out.
      """,
    repair: """
      Make `classes` (or the last linear layer's `out`) the number of labels, or complete the labels.
      """,
    example: """
      name: seasons
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10
      labels: [spring, summer, autumn, winter]

      """,
    repaired: """
      name: seasons
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 4
      labels: [spring, summer, autumn, winter]

      """)

  static let preprocessMismatch = DiagnosticEntry(
    id: .preprocessMismatch,
    title: "Preprocessing does not give the network's input",
    meaning: """
      `preprocess` says how a photo becomes the input: its shorter side is resized, a rectangle is cropped from \
      the middle, and each channel is normalised by its `mean` and `std`. The result must have the input's \
      shape. So `crop` is the height and width of `input`, `resize` at least the longer of the two, and `mean` \
      and `std` have one value, or one a channel.
      """,
    repair: """
      Correct the number, or leave it out: without `crop` photos are cropped to the input, and without `resize` \
      they are first resized to 256/224 of that, as is customary for ImageNet.
      """,
    example: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10
      preprocess:
        resize: 256
        crop: 224

      """,
    repaired: """
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M]
      classifier:
        hidden: []
        classes: 10
      preprocess:
        resize: 36
        crop: 32

      """)

  static let limitExceeded = DiagnosticEntry(
    id: .limitExceeded,
    title: "The network is over a limit",
    meaning: """
      `limits` is a budget that the configuration sets itself, for parameters, multiply-adds (`macs`) and \
      memory of `activations`, so that a change that breaks it is noticed at once. This network goes over. In \
      VGG nearly all parameters are in the fully connected layers: here twice 4096 * 4096.
      """,
    repair: """
      Make the network smaller where `vggc summary` shows the most, or raise the limit.
      """,
    example: """
      name: custom
      input: [3, 32, 32]
      features: [64, 64, 64, M, 128, 128, 128, M, 256, 256, 256, M]
      classifier:
        hidden: [4096, 4096]
        classes: 10
      limits:
        parameters: 10M

      """,
    repaired: """
      name: custom
      input: [3, 32, 32]
      features: [64, 64, 64, M, 128, 128, 128, M, 256, 256, 256, M]
      classifier:
        hidden: [512, 512]
        classes: 10
      limits:
        parameters: 10M

      """)

  static let countOverflow = DiagnosticEntry(
    id: .countOverflow,
    title: "A count does not fit 64 bits",
    meaning: """
      Sizes, parameters and multiply-adds are counted in 64 bits, up to 9,223,372,036,854,775,807. A layer of \
      this network, or all of them together, go past that. No machine could run it; nearly always a number has \
      a few zeros too many.
      """,
    repair: """
      Use a smaller input or fewer channels. A picture too large for a network is cut into tiles.
      """,
    example: """
      # A map, stitched from satellite pictures.
      name: mosaic
      input: [3, 1000000, 1000000]
      features: [64, M, 2048, 2048, M]
      avgpool: 1
      classifier:
        hidden: []
        classes: 10

      """,
    repaired: """
      # One tile of the map.
      name: mosaic
      input: [3, 1000, 1000]
      features: [64, M, 2048, 2048, M]
      avgpool: 1
      classifier:
        hidden: []
        classes: 10

      """)

  static let weightsMismatch = DiagnosticEntry(
    id: .weightsMismatch,
    title: "A file of weights does not fit the network",
    meaning: """
      A file of weights holds tensors with names and shapes. Each layer takes its own by torchvision's names, \
      such as `features.0.weight`, in the shape that the configuration gives it. Here tensors are missing or \
      have another shape: the weights were trained with another network. They could not be made to fit, since \
      every number in them was learned for its place. The notes say what the difference looks like: other classes, \
      another input size, batch normalisation, another configuration.
      """,
    repair: """
      Use the configuration that the weights were trained with, which `vggc weights infer FILE` writes, or train the \
      changed network anew; for other classes, start from `vggc weights convert IN OUT --for CONFIG --drop-head`.
      """,
    example: """
      # Sound in itself, but old.safetensors was saved from a network with `hidden: [128]`.
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: [64]
        classes: 10

      """,
    repaired: """
      # Fits old.safetensors.
      name: tiny
      input: [3, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: [128]
        classes: 10

      """)

  static let dataMismatch = DiagnosticEntry(
    id: .dataMismatch,
    title: "Class folders do not fit the network",
    meaning: """
      Photos to train on, or to evaluate with, lie in one folder a class. The folders' names, sorted as \
      torchvision's ImageFolder sorts them (by code points, so 1, 10, 2), are the classes in the order of the \
      network's outputs. So there must be as many outputs as folders, and where `labels` are folders' names, they \
      must stand in the same order: otherwise every answer gets another class's name, and nothing else shows it. \
      Labels of which none is a folder's name are taken for other words for the classes.
      """,
    repair: """
      Set `classes` to the number of folders, and put `labels` in the folders' order, or leave them out: the classes \
      of a trained network are saved with its weights. `vgg data inspect DIR` lists the folders in their order.
      """,
    example: """
      # Sound in itself, but photos/ has the folders cat, dog, horse and rabbit.
      name: animals
      input: [3, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: []
        classes: 3

      """,
    repaired: """
      # Fits photos/.
      name: animals
      input: [3, 32, 32]
      features: [16, M, 32, M, 64, M]
      classifier:
        hidden: []
        classes: 4

      """)
}
