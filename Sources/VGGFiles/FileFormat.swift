/// A kind of file that users may pass, recognised by its first bytes, whatever its extension.
///
/// Recognised wherever a file of another kind was expected, so that a message can name the actual kind.
package enum FileFormat: Hashable, Sendable, CaseIterable {
  case empty
  case gitLFSPointer

  // Weights and models.
  case safetensors
  case pyTorchZip
  case torchScriptZip
  case pyTorchStream
  case kerasZip
  case numPyZip
  case numPyArray
  case pickle
  case hdf5
  case onnx
  case tfLite
  case savedModel
  case darknetWeights
  case caffeModel
  case matlab
  case torch7
  case gguf

  // Archives.
  case zip
  case tar
  case gzip
  case bzip2
  case xz
  case zstandard
  case sevenZip
  case rar

  // Pictures.
  case png
  case jpeg
  case gif
  case bmp
  case tiff
  case webP
  case heif
  case avif
  case binaryPixmap
  case plainPixmap
  case jpeg2000
  case jpegXL
  case icon
  case photoshop

  // Documents and texts.
  case pdf
  case html
  case svg
  case xml
  case json
  case video
  case program
  case text
}

extension FileFormat {
  /// The name with its article, such as `an HDF5 file`.
  package var name: String {
    switch self {
    case .empty: "an empty file"
    case .gitLFSPointer: "a Git LFS pointer"
    case .safetensors: "a safetensors file"
    case .pyTorchZip: "a PyTorch file (zip archive)"
    case .torchScriptZip: "a TorchScript program"
    case .pyTorchStream: "a PyTorch file (stream of pickles, before 1.6)"
    case .kerasZip: "a Keras model (.keras)"
    case .numPyZip: "a NumPy archive (.npz)"
    case .numPyArray: "a NumPy array (.npy)"
    case .pickle: "a Python pickle"
    case .hdf5: "an HDF5 file"
    case .onnx: "an ONNX model"
    case .tfLite: "a TensorFlow Lite model"
    case .savedModel: "a TensorFlow SavedModel"
    case .darknetWeights: "a Darknet weight file"
    case .caffeModel: "a Caffe model"
    case .matlab: "a MATLAB file"
    case .torch7: "a Torch7 file"
    case .gguf: "a GGUF file"
    case .zip: "a zip archive"
    case .tar: "a tar archive"
    case .gzip: "a gzip file"
    case .bzip2: "a bzip2 file"
    case .xz: "an xz file"
    case .zstandard: "a Zstandard file"
    case .sevenZip: "a 7-Zip archive"
    case .rar: "a RAR archive"
    case .png: "a PNG picture"
    case .jpeg: "a JPEG picture"
    case .gif: "a GIF picture"
    case .bmp: "a BMP picture"
    case .tiff: "a TIFF picture"
    case .webP: "a WebP picture"
    case .heif: "a HEIF picture"
    case .avif: "an AVIF picture"
    case .binaryPixmap: "a PPM or PGM picture"
    case .plainPixmap: "a PBM picture, or a PPM or PGM picture in plain text"
    case .jpeg2000: "a JPEG 2000 picture"
    case .jpegXL: "a JPEG XL picture"
    case .icon: "a Windows icon"
    case .photoshop: "a Photoshop document"
    case .pdf: "a PDF document"
    case .html: "a web page"
    case .svg: "an SVG drawing"
    case .xml: "an XML file"
    case .json: "a JSON file"
    case .video: "a video or audio file"
    case .program: "a program"
    case .text: "a text file"
    }
  }

  /// Imperative advice that leads to the intended file, if the advice is the same for any intended file.
  package var remedy: String? {
    switch self {
    case .empty: "download or save it again"
    case .gitLFSPointer: "run `git lfs pull` in its repository to download the file itself"
    case .zip: "unpack it with `unzip`"
    case .tar: "unpack it with `tar -xf`"
    case .gzip: "unpack it with `gunzip`, or `tar -xf` if it is a .tar.gz"
    case .bzip2: "unpack it with `bunzip2`, or `tar -xf` if it is a .tar.bz2"
    case .xz: "unpack it with `unxz`, or `tar -xf` if it is a .tar.xz"
    case .zstandard: "unpack it with `unzstd`, or `tar -xf` if it is a .tar.zst"
    case .sevenZip: "unpack it with `7z x`"
    case .rar: "unpack it with `unrar x`"
    case .html, .xml: "a failed download often leaves one; download the file again"
    case .safetensors, .pyTorchZip, .torchScriptZip, .pyTorchStream, .kerasZip, .numPyZip,
      .numPyArray,
      .pickle, .hdf5, .onnx, .tfLite, .savedModel, .darknetWeights, .caffeModel, .matlab, .torch7,
      .gguf, .png, .jpeg, .gif, .bmp, .tiff, .webP, .heif, .avif, .binaryPixmap, .plainPixmap,
      .jpeg2000, .jpegXL, .icon, .photoshop, .pdf, .svg, .json, .video, .program, .text:
      nil
    }
  }

  /// For example: `this is a Git LFS pointer; run …`.
  ///
  /// - Parameter otherwise: the advice if there is no ``remedy``.
  package func description(otherwise: String? = nil) -> String {
    let advice = (remedy ?? otherwise).map { "; \($0)" } ?? ""
    return (self == .empty ? "the file is empty" : "this is \(name)") + advice
  }

  /// The command that unpacks an archive at `path`, into a new folder for formats that may have many
  /// files at the top level; `nil` for other formats.
  package func unpackingCommand(of path: String) -> String? {
    let file = shellQuoted(path)
    switch self {
    case .zip, .pyTorchZip, .torchScriptZip, .kerasZip, .numPyZip:
      return "unzip \(file) -d \(shellQuoted(Self.withoutEnding(path)))"
    case .tar, .gzip, .bzip2, .xz, .zstandard:
      let folder = shellQuoted(Self.withoutEnding(path))
      return "mkdir \(folder) && tar -xf \(file) -C \(folder)"
    case .sevenZip: return "7z x \(file) -o\(shellQuoted(Self.withoutEnding(path)))"
    case .rar: return "unrar x \(file) \(shellQuoted(Self.withoutEnding(path) + "/"))"
    case .empty, .gitLFSPointer, .safetensors, .pyTorchStream, .numPyArray, .pickle, .hdf5, .onnx,
      .tfLite, .savedModel, .darknetWeights, .caffeModel, .matlab, .torch7, .gguf, .png, .jpeg,
      .gif,
      .bmp, .tiff, .webP, .heif, .avif, .binaryPixmap, .plainPixmap, .jpeg2000, .jpegXL, .icon,
      .photoshop, .pdf, .html, .svg, .xml, .json, .video, .program, .text:
      return nil
    }
  }

  private static func withoutEnding(_ path: String) -> String {
    for ending in [
      ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tgz", ".tar", ".zip", ".7z", ".rar", ".gz",
      ".bz2", ".xz", ".zst",
    ] where path.lowercased().hasSuffix(ending) && path.utf8.count > ending.utf8.count {
      let stem = String(path.dropLast(ending.count))
      if !stem.hasSuffix("/") { return stem }
    }
    return path + ".d"
  }
}
