import VGGDiagnostics

extension English {
  package func heading(of topic: GlossaryTopic) -> String {
    switch topic {
    case .maps: "Images and feature maps"
    case .layers: "Layers"
    case .costs: "Parameters and cost"
    case .training: "Training"
    case .evaluation: "Evaluation"
    case .configurations: "Configurations and diagnostics"
    }
  }

  package func heading(of term: GlossaryTerm) -> String { entry(for: term).names }

  package func entry(for term: GlossaryTerm) -> GlossaryEntry {
    switch term {
    case .tensor:
      GlossaryEntry("tensor", meaning: "Numbers in a grid of any number of dimensions.")
    case .shape:
      GlossaryEntry(
        "shape", meaning: "A tensor's size along each dimension, such as 64x112x112.")
    case .channel:
      GlossaryEntry(
        "channel",
        meaning: "One plane of a feature map. A colour image has three: red, green and blue.")
    case .featureMap:
      GlossaryEntry("feature map", meaning: "A layer's output: channels x height x width.")
    case .receptiveField:
      GlossaryEntry(
        "receptive field", or: "RF",
        meaning: "The part of the image that one value of a feature map depends on.")
    case .jump:
      GlossaryEntry(
        "jump",
        meaning: "The distance, in pixels, between the receptive fields of neighbouring values.")
    case .layer:
      GlossaryEntry("layer", meaning: "One step of a network's computation.")
    case .weightLayer:
      GlossaryEntry(
        "weight layer",
        meaning: "A convolutional or fully connected layer. The 16 in VGG-16 counts these.")
    case .convolution:
      GlossaryEntry(
        "convolution",
        meaning:
          "A layer that moves a small window of weights over the map, and adds up products at each position."
      )
    case .filter:
      GlossaryEntry(
        "filter",
        meaning: "The weights that compute one output channel: one kernel for each input channel.")
    case .kernel:
      GlossaryEntry(
        "kernel",
        meaning: "The window's weights: 3 x 3 for each input channel, nearly everywhere in VGG.")
    case .stride:
      GlossaryEntry("stride", meaning: "How far the window moves from one position to the next.")
    case .padding:
      GlossaryEntry(
        "padding", meaning: "Zeros around a map, so that a 3x3 window also fits at the edge.")
    case .dilation:
      GlossaryEntry(
        "dilation",
        meaning: "The distance between neighbouring weights of a kernel; 1 if there are no gaps.")
    case .pooling:
      GlossaryEntry(
        "pooling",
        meaning:
          "A layer that replaces the values in a window by a single one; with stride 2, it halves height and width."
      )
    case .maxPooling:
      GlossaryEntry("max pooling", meaning: "Pooling that keeps the largest value in each window.")
    case .averagePooling:
      GlossaryEntry("average pooling", meaning: "Pooling that keeps the mean of each window.")
    case .adaptiveAveragePooling:
      GlossaryEntry(
        "adaptive average pooling",
        meaning:
          "Average pooling whose windows (bins) are chosen so that maps of any size are pooled to the same size."
      )
    case .activationFunction:
      GlossaryEntry(
        "activation function",
        meaning:
          "A nonlinear function of each value. Without one, consecutive layers would be equivalent to a single layer."
      )
    case .relu:
      GlossaryEntry(
        "ReLU", meaning: "The activation function max(0, x), which VGG has after each convolution.")
    case .batchNormalization:
      GlossaryEntry(
        "batch normalisation",
        meaning:
          "A layer that normalises each channel by a mean and a variance, and then scales and shifts it."
      )
    case .localResponseNormalization:
      GlossaryEntry(
        "local response normalisation", or: "LRN",
        meaning:
          "A layer that divides each value by a sum over the same position in nearby channels.")
    case .flatten:
      GlossaryEntry(
        "flatten", meaning: "To turn a map into one vector, channel by channel and row by row.")
    case .fullyConnectedLayer:
      GlossaryEntry(
        "fully connected layer", or: "linear layer",
        meaning: "A layer with one weight for every pair of an input and an output.")
    case .hiddenLayer:
      GlossaryEntry(
        "hidden layer", meaning: "A fully connected layer before the last one.")
    case .features:
      GlossaryEntry(
        "features",
        meaning: "The first part of a network: convolutions and pooling layers, which output maps.")
    case .classifier:
      GlossaryEntry(
        "classifier",
        meaning:
          "The second part of a network: fully connected layers, which output one score per class."
      )
    case .dropout:
      GlossaryEntry(
        "dropout",
        meaning:
          "A layer that sets random values to 0 during training, and does nothing afterwards.")
    case .logit:
      GlossaryEntry("logit", or: "score", meaning: "The output for a class before softmax.")
    case .softmax:
      GlossaryEntry(
        "softmax", meaning: "A function that turns scores into probabilities that add up to 1.")
    case .parameter:
      GlossaryEntry(
        "parameter",
        meaning:
          "A number learned in training: a weight, a bias, or a scale or shift of batch normalisation."
      )
    case .weight:
      GlossaryEntry(
        "weight", meaning: "A learned number that a layer multiplies an input value by.")
    case .bias:
      GlossaryEntry(
        "bias", meaning: "A learned number that a layer adds to all values of an output channel.")
    case .scaleAndShift:
      GlossaryEntry(
        "scale and shift", or: "γ and β",
        meaning: "The learned factor and offset of each channel in batch normalisation.")
    case .runningMean:
      GlossaryEntry(
        "running mean", or: "running variance",
        meaning:
          "Statistics of batch normalisation, averaged during training and used afterwards; not learned parameters."
      )
    case .multiplyAdd:
      GlossaryEntry(
        "multiply-add", or: "MAC",
        meaning: "One multiplication and one addition; the unit of a network's operation count.")
    case .operationCount:
      GlossaryEntry(
        "operation count", meaning: "The number of multiply-adds that one image takes.")
    case .activations:
      GlossaryEntry("activations", meaning: "The values that the layers compute for an image.")
    case .peakMemory:
      GlossaryEntry(
        "peak memory", meaning: "The most memory that the activations need at the same time.")
    case .inPlace:
      GlossaryEntry(
        "in place", meaning: "Replacing the input by the output, without additional memory.")
    case .class:
      GlossaryEntry(
        "class",
        meaning: "One of the possible answers, such as \"cat\"; the network has an output for each."
      )
    case .label:
      GlossaryEntry("label", meaning: "The name of a class, or the correct class of a photo.")
    case .trainingSet:
      GlossaryEntry("training set", meaning: "The photos that a network learns from.")
    case .validationSet:
      GlossaryEntry(
        "validation set",
        meaning: "Photos, not trained on, that are used to choose between networks or recipes.")
    case .testSet:
      GlossaryEntry(
        "test set",
        meaning:
          "Photos that are used neither for training nor for choosing, only for the final result.")
    case .forwardPass:
      GlossaryEntry("forward pass", meaning: "The computation from the image to the output.")
    case .loss:
      GlossaryEntry(
        "loss", meaning: "The number that training makes smaller: how wrong the output is.")
    case .crossEntropy:
      GlossaryEntry(
        "cross-entropy",
        meaning: "The loss of a classifier: minus the logarithm of the correct class's probability."
      )
    case .backwardPass:
      GlossaryEntry(
        "backward pass",
        meaning: "The computation of all gradients, from the last layer to the first.")
    case .gradient:
      GlossaryEntry(
        "gradient", meaning: "How much the loss changes when a number changes a little.")
    case .batch:
      GlossaryEntry(
        "batch", or: "mini-batch", meaning: "The photos that are computed together in one step.")
    case .step:
      GlossaryEntry(
        "step", meaning: "One update of the parameters, from the gradients of one batch.")
    case .epoch:
      GlossaryEntry("epoch", meaning: "One pass through all training photos.")
    case .optimizer:
      GlossaryEntry(
        "optimiser", meaning: "The rule that updates parameters from their gradients, such as SGD.")
    case .learningRate:
      GlossaryEntry("learning rate", meaning: "The size of the optimiser's steps.")
    case .momentum:
      GlossaryEntry(
        "momentum", meaning: "The share of the previous update that is added to the next one.")
    case .weightDecay:
      GlossaryEntry("weight decay", meaning: "Makes weights a little smaller in each step.")
    case .gradientClipping:
      GlossaryEntry(
        "gradient clipping", meaning: "Scales the gradients down if they are larger than a limit.")
    case .labelSmoothing:
      GlossaryEntry(
        "label smoothing",
        meaning: "Spreads a small share of the target evenly over all classes.")
    case .seed:
      GlossaryEntry(
        "seed",
        meaning: "A number that determines all random choices, so that a run can be repeated.")
    case .preprocessing:
      GlossaryEntry(
        "preprocessing",
        meaning: "Resizing, cropping and normalising a photo to the network's input.")
    case .augmentation:
      GlossaryEntry(
        "augmentation", meaning: "Random changes to each training photo, such as crops and flips.")
    case .transferLearning:
      GlossaryEntry(
        "transfer learning", meaning: "Training that starts from the weights of another task.")
    case .freezing:
      GlossaryEntry("freeze", meaning: "To keep a layer's parameters unchanged during training.")
    case .inference:
      GlossaryEntry(
        "inference", or: "prediction", meaning: "Computing a trained network's output for a photo.")
    case .accuracy:
      GlossaryEntry("accuracy", meaning: "The share of photos whose most likely class is correct.")
    case .topFive:
      GlossaryEntry(
        "top-5",
        meaning: "The share of photos whose correct class is among the five most likely ones.")
    case .confusionMatrix:
      GlossaryEntry(
        "confusion matrix",
        meaning: "A table that counts, for each class, the photos predicted as each class.")
    case .precision:
      GlossaryEntry(
        "precision", meaning: "Of the photos predicted as a class, the share that belongs to it.")
    case .recall:
      GlossaryEntry(
        "recall", meaning: "Of the photos that belong to a class, the share predicted as it.")
    case .configuration:
      GlossaryEntry("configuration", meaning: "The YAML file that describes a network.")
    case .builtIn:
      GlossaryEntry(
        "built-in",
        meaning:
          "A configuration that is part of vggc: the paper's A to E, torchvision's vgg11 to vgg19.")
    case .key:
      GlossaryEntry("key", meaning: "The name before a colon, such as `features`.")
    case .mapping:
      GlossaryEntry("mapping", meaning: "Pairs of keys and values: `{conv: 64, kernel: 5}`.")
    case .list:
      GlossaryEntry("list", meaning: "Values in order: `[64, M, 128, M]`.")
    case .entry:
      GlossaryEntry("entry", meaning: "One element of a list, such as a layer in `features`.")
    case .defaultValue:
      GlossaryEntry("default", meaning: "The value of a key that the file does not have.")
    case .anchor:
      GlossaryEntry("anchor", meaning: "A name for a value, `&name`, so that it can be repeated.")
    case .alias:
      GlossaryEntry("alias", meaning: "The repetition of an anchor's value, `*name`.")
    case .diagnostic:
      GlossaryEntry("diagnostic", meaning: "An error or warning at a position in the file.")
    case .fix:
      GlossaryEntry(
        "fix", meaning: "A change to the file that repairs a diagnostic: `vggc check --fix`.")
    }
  }
}
