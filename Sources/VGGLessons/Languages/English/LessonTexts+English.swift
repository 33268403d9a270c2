extension LessonTexts {
  package static let english = LessonTexts(
    image: "image",
    classifier: "classifier",
    parameters: "parameters",
    macs: "MACs",
    memory: "memory",
    notation: """
      Shapes are channels x height x width, without the batch. Layers go by the names of the paper's
      Caffe models: a block ends with a pooling layer, conv3_2 is the second convolution of the third
      block, and the fully connected layers go on counting where the blocks end. Beside it stands
      torchvision's name, features.0 or classifier.3, which is also how the layer's tensors are named
      in a file of weights.
      """,
    formulasHeading: "The formulas",
    slidingWindow: """
      A convolution or a pooling moves a window of kernel x kernel values over the map, stride by
      stride, after padding has put zeros around it (max pooling: values that never win). As many
      rows come out as there are places for the window, and as many columns:
      """,
    sizeFormula: ["output = floor((input + 2*padding - kernel)/stride) + 1"],
    dilatedSizeFormula: [
      "output = floor((input + 2*padding - dilation*(kernel - 1) - 1)/stride) + 1"
    ],
    roundingUp: """
      A pooling with ceil: true rounds up in place of down, so that a last window may hang over
      the far edge; one that would start past the map and its padding is left out again.
      """,
    convolutionCosts: """
      A convolution has one kernel for every output channel, as deep as the input has channels,
      and one bias beside it, unless biases are turned off. To compute one output value, it
      multiplies and adds once for each value of the kernel (a MAC):
      """,
    convolutionFormulas: [
      "parameters = out_channels * (in_channels*kernel*kernel) + out_channels",
      "MACs       = out_channels * height * width * (in_channels*kernel*kernel)",
    ],
    groupedConvolutionFormulas: [
      "parameters = out_channels * (in_channels/groups*kernel^2) + out_channels",
      "MACs       = out_channels * height * width * (in_channels/groups*kernel^2)",
    ],
    fullyConnectedCosts:
      "A fully connected layer has one weight for every pair of an input and an output:",
    fullyConnectedFormulas: [
      "parameters = outputs * inputs + outputs", "MACs       = outputs * inputs",
    ],
    channelLoopHeading: "What in_channels = v does",
    everyLayerHeading: "Every layer",
    rectified: "max(0, x), in place; learns nothing",
    exponentialShare: "e^x / (sum of all e^x), so that they add up to 1",
    normalized: "(x - mean)/sqrt(variance + 0.00001) * scale + shift, one of each a channel",
    normalizedVector: "(x - mean)/sqrt(variance + 0.00001) * scale + shift, one of each per value",
    largestOfChannel: "the largest of the whole channel",
    meanOfChannel: "the mean of the whole channel",
    flattenedOrder: "channel by channel, row by row",
    doesNothing: "does nothing",
    receptiveFieldsHeading: "What one value sees",
    receptiveFieldMeaning: """
      A value's receptive field is the part of the image that it depends on: a square of so many
      pixels a side. A pixel sees itself. Each window widens the view by (kernel - 1) jumps, where
      a jump is the distance in pixels between what two neighbours see; a stride multiplies the
      jump, so that the same 3x3 kernel widens the view by more after every pooling:
      """,
    receptiveFieldFormulas: ["size = size + (kernel - 1)*jump", "jump = jump * stride"],
    dilatedReceptiveFieldFormulas: [
      "size = size + (kernel - 1)*dilation*jump", "jump = jump * stride",
    ],
    rectangularFields: """
      This network has windows of another height than width, so that rows and columns are counted
      apart: two numbers are height x width.
      """,
    firstWindowReach: """
      Padding is how far the first window reaches past the image's edge; it grows by the layer's
      own padding times the jump. Value number i, counted from 0, sees the pixels
      """,
    pixelsSeenFormula: "from i*jump - padding to i*jump - padding + size - 1.",
    receptiveFieldColumns:
      .init(
        after: "after", map: "map", sees: "sees", jump: "jump", padding: "padding",
        pixels: "pixels that the first value sees"),
    dilationHeading: "What dilation does",
    dilationOnMaps: """
      A map keeps its size where the padding is half of what the kernel spans. DeepLab's VGG-16 has
      stride 1 in its last poolings and dilates the convolutions after them instead: the same
      weights then see as much of the image as before, on a map that stays larger.
      """,
    groupsHeading: "What groups do",
    groupsMeet: """
      Channels of different groups meet only in a later convolution without groups, often a 1x1 one:
      a depthwise convolution and a 1x1 one together see as much as a plain convolution, for far
      fewer weights.
      """,
    paddingCounted: "padding counts as zeros",
    paddingNotCounted: "padding does not count",
    stacksHeading: "Why small kernels, one after the other",
    stackReceptiveFields: """
      A value after two 3x3 convolutions sees 5x5 of what the first one took, and after three it
      sees 7x7, since each adds 2 to the view:
      """,
    stackReasons: """
      So two 3x3 layers see what one 5x5 layer sees, and three what one 7x7 sees. The paper's
      section 2.3 gives two reasons to prefer the stack: with a ReLU after each layer it can tell
      more apart, and it takes fewer weights. The weights, biases aside:
      """,
    stackGeneralCounts: """
      With C channels in and out, that is 2 * 9 * C^2 = 18 * C^2 against 25 * C^2, and 27 * C^2
      against 49 * C^2: the one 7x7 kernel would take 81% more weights.
      """,
    stackColumns:
      .init(
        stack: "stack", sees: "sees", weights: "its weights", oneKernel: "one kernel",
        ratio: "ratio"),
    classifierInputHeading: "Where the classifier's input comes from",
    lastMapHeading: "How large the last map is",
    mapsOfOtherSizes:
      "Images of other sizes run through the same network, and the map and the MACs change (* is the size configured):",
    denseFormHeading: "The classifier in its dense form",
    scoreMapFormula: "For an image of height H and width W, the map of scores is:",
    scoreMap: "scores",
    flatteningMeaning: """
      flatten lays the last map out as one vector, channel by channel and row by row, so it has as
      many values as the map:
      """,
    mapBeforeAdaptivePooling:
      "What it takes follows from the image's H rows and W columns; it is a map of",
    noClosedFormula: """
      This network's layers do not follow one closed formula in the image's size, for rounding
      up (ceil) or a window at the edge makes exceptions; the table below has the layers' own
      arithmetic.
      """,
    closedFormula: """
      For an image of H rows and W columns every layer's formula can be put into the next one's.
      Rounding down twice is the same as rounding down once, floor(floor(n/a)/b) = floor(n/(a*b)),
      so a single formula is left:
      """,
    flattenedVariable: "flattened",
    sizeColumns:
      .init(
        image: "image", lastMap: "last map", classifierInput: "FC input", firstLinear: "first FC",
        parameters: "all parameters", macs: "MACs"),
    otherSizesHeading: "An image of another size: three ways",
    wayColumns:
      .init(
        image: "image", lastMap: "last map", flattened: "flattened", parameters: "parameters",
        pooled: "pooled", dense: "dense"),
    none: "none",
    localResponseHeading: "Local response normalisation, and which alpha",
    localResponseMeaning: """
      LRN divides each value by a sum over the channels around it at the same place, so that a
      strong response damps its neighbours:
      """,
    localResponseInThePaper: """
      The VGG paper found that LRN did not help (A-LRN is no better than A, section 4.1) and
      left it out of the deeper networks.
      """,
    batchNormalizationHeading: "Batch normalisation",
    otherToolsHeading: "What other tools print for this network",
    whatCanBeCompared: """
      So two figures can be compared only when both come from one tool, or both are MACs. In
      papers "FLOPs" are often MACs: the ResNet paper gives VGG-19 19.6 billion FLOPs and says
      that it means multiply-adds. Whoever counts both halves gets 31 billion for VGG-16, which
      others give as 15.5.
      """,
    toolColumns: .init(tool: "tool", count: "count", short: "short", meaning: "what it counts"),
    overflow: "over 64 bits",
    stopHeading: "Here it stops",
    kernelColumns:
      .init(
        layers: "layers", network: "network", sees: "sees", weights: "weights", inSquares: "in C^2",
        ratio: "ratio", macs: "MACs", activations: "ReLU"),
    kernelColumnsMeaning: """
      Weights leave biases out; in C^2 divides them by the square of the channels: three 3x3 take
      3 * 9 = 27 where one 7x7 takes 49. Every convolution is followed by a ReLU, so a stack is
      non-linear as many times as it has layers, and the one kernel once.
      """,
    wholeNetworkHeading: "The whole network",
    wholeNetworkMeaning: """
      The same configuration with its 3x3 convolutions changed: each run of them between two other
      layers as the one convolution that sees as much, or each of them with a larger kernel. Maps keep
      their sizes, so the classifier is the same; weights and MACs are those of the convolutions.
      """,
    asConfigured: "as configured",
    paperOnKernels: """
      The paper tried it (section 4.1): configuration B with each pair of 3x3 convolutions replaced by
      one 5x5 had a top-1 error 7% higher on a centre crop, at the same receptive field.
      """,
    nameAndDate: "Name ____________________  Date ____________",
    reminders: "To remember",
    notationReminder: """
      conv3-64 is a convolution with a 3x3 kernel, 64 output channels, stride 1 and padding 1; conv1
      has a 1x1 kernel and padding 0. maxpool has a 2x2 window and stride 2. Where stride and padding
      are others, they are written behind it: /2 is stride 2, pad 0 is padding 0.
      """,
    arithmeticHeading: "How the answers come about",
    right: "Right.",
    glossary: [
      GlossaryEntry(
        "Channel",
        meaning: "One plane of a feature map. A colour picture has three: red, green and blue."),
      GlossaryEntry(
        "Convolution",
        meaning:
          "A layer that moves a small window of weights over the map, and adds up products at each place."
      ),
      GlossaryEntry(
        "Kernel",
        meaning: "The window's weights: 3 x 3 for each input channel, nearly everywhere in VGG."),
      GlossaryEntry(
        "Padding", meaning: "Zeros around a map, so that a 3x3 window also fits at the edge."),
      GlossaryEntry(
        "Stride", meaning: "How far the window moves from one place to the next."),
      GlossaryEntry(
        "Pooling",
        meaning: "A window that keeps the largest value or the mean; with stride 2 it halves a map."
      ),
      GlossaryEntry(
        "Feature map", meaning: "What a layer gives: channels x height x width."),
      GlossaryEntry(
        "ReLU",
        meaning:
          "max(0, x), after each convolution: without it, many layers would be as good as one."),
      GlossaryEntry(
        "Receptive field", meaning: "The part of the picture that one value of a map depends on."),
      GlossaryEntry(
        "Jump", meaning: "The distance, in pixels, between the receptive fields of two neighbours."),
      GlossaryEntry(
        "Flatten", meaning: "To lay a map out as one vector, channel by channel and row by row."),
      GlossaryEntry(
        "Fully connected layer",
        meaning: "A layer with one weight for every pair of an input and an output."),
      GlossaryEntry(
        "Parameters",
        meaning: "Numbers that training learns: weights, biases, batch norm's scales and shifts."),
      GlossaryEntry(
        "MAC", meaning: "One multiplication and one addition; what a network's work is counted in."),
      GlossaryEntry(
        "Dropout", meaning: "Zeros at random while training; does nothing afterwards."),
      GlossaryEntry(
        "Softmax", meaning: "Turns scores into probabilities that add up to 1."),
    ])
}
