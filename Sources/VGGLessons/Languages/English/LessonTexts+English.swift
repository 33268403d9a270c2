extension LessonTexts {
  package static let english = LessonTexts(
    image: "image",
    classifier: "classifier",
    parameters: "parameters",
    macs: "MACs",
    memory: "memory",
    notation: """
      Shapes are channels x height x width, without the batch. Layers have the names of the paper's
      Caffe models: a block ends with a pooling layer, conv3_2 is the second convolution of the third
      block, and the fully connected layers continue the numbering of the blocks. After each
      name comes torchvision's, such as features.0 or classifier.3, which also names the layer's
      tensors in a weight file.
      """,
    formulasHeading: "The formulas",
    slidingWindow: """
      A convolution or pooling layer moves a window of kernel x kernel values over the map in steps of
      the stride, after padding adds zeros around the map (for max pooling, values that are never the
      maximum). The output has one row for each vertical position of the window, and one column for
      each horizontal position:
      """,
    sizeFormula: ["output = floor((input + 2*padding - kernel)/stride) + 1"],
    dilatedSizeFormula: [
      "output = floor((input + 2*padding - dilation*(kernel - 1) - 1)/stride) + 1"
    ],
    roundingUp: """
      A pooling layer with ceil: true rounds up instead of down, so the last window may extend past
      the far edge; a window that would start past the map and its padding is still left out.
      """,
    convolutionCosts: """
      A convolution has one kernel per output channel, as deep as the input has channels, and one
      bias per output channel, unless biases are turned off. To compute one output value, it
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
    rectified: "max(0, x), in place; no parameters",
    exponentialShare: "e^x / (sum of all e^x), so the outputs add up to 1",
    normalized: "(x - mean)/sqrt(variance + 0.00001) * scale + shift, one of each per channel",
    normalizedVector: "(x - mean)/sqrt(variance + 0.00001) * scale + shift, one of each per value",
    largestOfChannel: "the largest of the whole channel",
    meanOfChannel: "the mean of the whole channel",
    flattenedOrder: "channel by channel, row by row",
    doesNothing: "does nothing",
    receptiveFieldsHeading: "What one value sees",
    receptiveFieldMeaning: """
      A value's receptive field is the part of the image that it depends on: a square, whose side is
      its size in pixels. A pixel sees only itself. Each window widens the receptive field by
      (kernel - 1) jumps, where a jump is the distance in pixels between the receptive fields of two
      neighbours. A stride multiplies the jump, so the same 3x3 kernel widens the receptive field by
      more after each pooling layer:
      """,
    receptiveFieldFormulas: ["size = size + (kernel - 1)*jump", "jump = jump * stride"],
    dilatedReceptiveFieldFormulas: [
      "size = size + (kernel - 1)*dilation*jump", "jump = jump * stride",
    ],
    rectangularFields: """
      This network has windows whose height and width differ, so rows and columns are counted
      separately: a pair of numbers is height x width.
      """,
    firstWindowReach: """
      Padding is how far the first window reaches past the edge of the image; each layer adds its own
      padding times the jump. Value number i, counted from 0, sees the pixels
      """,
    pixelsSeenFormula: "from i*jump - padding to i*jump - padding + size - 1.",
    receptiveFieldColumns:
      .init(
        after: "after", map: "map", sees: "sees", jump: "jump", padding: "padding",
        pixels: "pixels that the first value sees"),
    dilationHeading: "What dilation does",
    dilationOnMaps: """
      A map keeps its size if the padding is half of the kernel's span. DeepLab's VGG-16 has stride 1
      in its last pooling layers and dilates the convolutions after them instead: the same weights
      then see as much of the image as before, on a map that stays larger.
      """,
    groupsHeading: "What groups do",
    groupsMeet: """
      Channels of different groups are combined only in a later convolution without groups, often a
      1x1 convolution: a depthwise and a 1x1 convolution together see as much as a plain convolution,
      with far fewer weights.
      """,
    paddingCounted: "padding counts as zeros",
    paddingNotCounted: "padding does not count",
    stacksHeading: "Why stacks of small kernels",
    stackReceptiveFields: """
      A value after two 3x3 convolutions sees 5x5 values of the first one's input, and after three it
      sees 7x7, since each convolution adds 2 to the receptive field:
      """,
    stackReasons: """
      So two 3x3 layers see as much as one 5x5 layer, and three as much as one 7x7. Section 2.3 of the
      paper names two reasons to prefer the stack: with a ReLU after each layer it is more
      discriminative, and it has fewer weights. The weights, without biases:
      """,
    stackGeneralCounts: """
      With C channels in and out, that is 2 * 9 * C^2 = 18 * C^2 instead of 25 * C^2, and 27 * C^2
      instead of 49 * C^2: the 7x7 kernel would have 81% more weights.
      """,
    stackColumns:
      .init(
        stack: "stack", sees: "sees", weights: "its weights", oneKernel: "one kernel",
        ratio: "ratio"),
    classifierInputHeading: "Where the classifier's input comes from",
    lastMapHeading: "How large the last map is",
    mapsOfOtherSizes:
      "Images of other sizes run through the same network; the map and the MACs change (* is the configured size):",
    denseFormHeading: "The classifier in its dense form",
    scoreMapFormula: "For an image of height H and width W, the map of scores is:",
    scoreMap: "scores",
    flatteningMeaning: """
      flatten turns the last map into one vector, channel by channel and row by row, so the vector
      has as many values as the map:
      """,
    mapBeforeAdaptivePooling:
      "Its input depends on the image's H rows and W columns; it is a map of",
    noClosedFormula: """
      For this network there is no single closed formula in the image's size, because rounding up
      (ceil) or a window at the edge makes exceptions; the table below is computed layer by layer.
      """,
    closedFormula: """
      For an image of H rows and W columns, each layer's formula can be substituted into the next
      layer's. Rounding down twice is the same as rounding down once, floor(floor(n/a)/b) =
      floor(n/(a*b)), so a single formula remains:
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
    localResponseHeading: "Local response normalisation and its two alphas",
    localResponseMeaning: """
      LRN divides each value by a sum over the neighbouring channels at the same position, so a
      strong response damps its neighbours:
      """,
    localResponseInThePaper: """
      The VGG paper found that LRN did not help (A-LRN is no better than A, section 4.1) and
      left it out of the deeper networks.
      """,
    batchNormalizationHeading: "Batch normalisation",
    otherToolsHeading: "What other tools print for this network",
    whatCanBeCompared: """
      So two counts can be compared only if both come from the same tool, or both are MACs. In
      papers, "FLOPs" are often MACs: the ResNet paper lists 19.6 billion FLOPs for VGG-19 and
      explains that it means multiply-adds. Counting the multiplication and the addition
      separately results in 31 billion for VGG-16, which others report as 15.5 billion.
      """,
    denseFormInTools: """
      The counts are those of a dense classifier that is written as convolutions. Emitted PyTorch has a class
      DenseLinear instead, whose convolution thop, ptflops and torchinfo miss, since they count known modules.
      """,
    toolColumns: .init(tool: "tool", count: "count", short: "short", meaning: "counting rule"),
    overflow: "over 64 bits",
    stopHeading: "The error",
    kernelColumns:
      .init(
        layers: "layers", network: "network", sees: "sees", weights: "weights", inSquares: "in C^2",
        ratio: "ratio", macs: "MACs", activations: "ReLU"),
    kernelColumnsMeaning: """
      Weights do not include biases; in C^2 is their number divided by the square of the channel
      count: three 3x3 have 3 * 9 = 27 where one 7x7 has 49. A ReLU follows every convolution, so a
      stack applies one for each of its layers, and the single kernel only one.
      """,
    wholeNetworkHeading: "The whole network",
    wholeNetworkMeaning: """
      The same configuration with its 3x3 convolutions changed: each run of them between two other
      layers is replaced by the single convolution that sees as much, or each of them gets a larger
      kernel. Maps keep their sizes, so the classifier is the same; weights and MACs are those of the
      convolutions.
      """,
    asConfigured: "as configured",
    paperOnKernels: """
      The paper tried it (section 4.1): configuration B with each pair of 3x3 convolutions replaced by
      one 5x5 had a top-1 error 7% higher on a centre crop, at the same receptive field.
      """,
    nameAndDate: "Name ____________________  Date ____________",
    reminders: "Reminders",
    notationReminder: """
      conv3-64 is a convolution with a 3x3 kernel, 64 output channels, stride 1 and padding 1; conv1
      has a 1x1 kernel and padding 0. maxpool has a 2x2 window and stride 2. Other strides and
      paddings are written after the name: /2 is stride 2, pad 0 is padding 0.
      """,
    arithmeticHeading: "How to compute the answers",
    right: "Right.")
}
