import VGGWeights

/// The source of a network's weights by name: a file, or an initialiser.
///
/// Every layer with weights takes one. Names are those of torchvision's state dictionaries, such as
/// `features.0.weight`.
public typealias WeightSource = VGGWeights.WeightSource

/// A file of weights, safetensors or PyTorch's .pth, mapped into memory.
///
/// For example: `try WeightFile(path: "vgg16.safetensors")`.
public typealias WeightFile = VGGWeights.WeightFile

/// Weights for an untrained network, initialised as torchvision does.
///
/// For example: `SeededInitializer(seed: 7)`; equal seeds produce equal weights.
public typealias SeededInitializer = VGGWeights.SeededInitializer

/// A float32 tensor that nothing can change, in row-major order.
public typealias WeightTensor = VGGWeights.WeightTensor

/// The reason why weights could not be read, found or written; it names the file, and the place in it.
public typealias WeightError = VGGWeights.WeightError
