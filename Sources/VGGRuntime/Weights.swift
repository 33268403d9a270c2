import VGGWeights

/// Something that gives a network its weights by name: a file, or an initialiser.
///
/// Every layer with weights takes one. Names are those of torchvision's state dictionaries, such as
/// `features.0.weight`.
public typealias WeightSource = VGGWeights.WeightSource

/// A file of weights, safetensors or PyTorch's .pth, mapped into memory.
///
/// For example: `try WeightFile(path: "vgg16.safetensors")`.
public typealias WeightFile = VGGWeights.WeightFile

/// Weights for a network that nobody has trained, as torchvision initialises them.
///
/// For example: `SeededInitializer(seed: 7)`; equal seeds give equal weights.
public typealias SeededInitializer = VGGWeights.SeededInitializer

/// A float32 tensor that nothing can change, in row-major order.
public typealias WeightTensor = VGGWeights.WeightTensor

/// Why weights could not be read, found or written; it says which file, and where in it.
public typealias WeightError = VGGWeights.WeightError
