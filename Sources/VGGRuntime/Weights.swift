import VGGWeights

/// Something that gives a network its weights by name: a file, or an initialiser.
public typealias WeightSource = VGGWeights.WeightSource

/// A file of weights, mapped into memory.
public typealias WeightFile = VGGWeights.WeightFile

/// Weights for a network that nobody has trained.
public typealias SeededInitializer = VGGWeights.SeededInitializer

/// A float32 tensor that nothing can change.
public typealias WeightTensor = VGGWeights.WeightTensor

/// Why weights could not be read, found or written.
public typealias WeightError = VGGWeights.WeightError
