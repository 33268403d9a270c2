import VGGPhotoFit

/// The size that a photo is resized to before its middle is cropped: a number, which is the length of the shorter side,
/// `.size(height: 64, width: 128)`, `.cover(height: 256, width: 256)` or `.unchanged`.
public typealias PhotoResize = VGGPhotoFit.PhotoResize

/// The filter that resizes photos: `.bilinear`, `.bicubic` or `.nearest`.
public typealias PhotoInterpolation = VGGPhotoFit.PhotoInterpolation
