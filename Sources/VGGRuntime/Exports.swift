// Everything that a signature of this module names, so that `import VGGRuntime` is enough: the sources of weights and their
// errors, and how photos are resized.

@_exported import VGGPhotoFit
@_exported import VGGWeights
