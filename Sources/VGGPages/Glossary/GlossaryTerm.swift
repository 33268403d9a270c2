/// A technical term of the lessons, messages and pages; each language's phrasebook has its name and meaning.
package enum GlossaryTerm: CaseIterable, Sendable {
  // Images and feature maps
  case tensor, shape, channel, featureMap, receptiveField, jump
  // Layers
  case layer, weightLayer, convolution, filter, kernel, stride, padding, dilation, pooling,
    maxPooling, averagePooling
  case adaptiveAveragePooling, activationFunction, relu, batchNormalization,
    localResponseNormalization, flatten
  case fullyConnectedLayer, hiddenLayer, features, classifier, dropout, logit, softmax
  // Parameters and cost
  case parameter, weight, bias, scaleAndShift, runningMean, multiplyAdd, operationCount,
    activations, peakMemory, inPlace
  // Training
  case `class`, label, trainingSet, validationSet, testSet, forwardPass, loss, crossEntropy,
    backwardPass, gradient
  case batch, step, epoch, optimizer, learningRate, momentum, weightDecay, gradientClipping,
    labelSmoothing, seed
  case preprocessing, augmentation, transferLearning, freezing
  // Evaluation
  case inference, accuracy, topFive, confusionMatrix, precision, recall
  // Configurations
  case configuration, builtIn, key, mapping, list, entry, defaultValue, anchor, alias, diagnostic,
    fix

  package var topic: GlossaryTopic {
    switch self {
    case .tensor, .shape, .channel, .featureMap, .receptiveField, .jump: .maps
    case .layer, .weightLayer, .convolution, .filter, .kernel, .stride, .padding, .dilation,
      .pooling, .maxPooling, .averagePooling, .adaptiveAveragePooling, .activationFunction, .relu,
      .batchNormalization, .localResponseNormalization, .flatten, .fullyConnectedLayer,
      .hiddenLayer, .features, .classifier, .dropout, .logit, .softmax:
      .layers
    case .parameter, .weight, .bias, .scaleAndShift, .runningMean, .multiplyAdd, .operationCount,
      .activations, .peakMemory, .inPlace:
      .costs
    case .class, .label, .trainingSet, .validationSet, .testSet, .forwardPass, .loss,
      .crossEntropy, .backwardPass, .gradient, .batch, .step, .epoch, .optimizer, .learningRate,
      .momentum, .weightDecay, .gradientClipping, .labelSmoothing, .seed, .preprocessing,
      .augmentation, .transferLearning, .freezing:
      .training
    case .inference, .accuracy, .topFive, .confusionMatrix, .precision, .recall: .evaluation
    case .configuration, .builtIn, .key, .mapping, .list, .entry, .defaultValue, .anchor, .alias,
      .diagnostic, .fix:
      .configurations
    }
  }
}
