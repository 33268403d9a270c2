extension FileFormat {
  /// A description of the file at `path` and the remedy, if it does not contain weights that can be read here;
  /// `nil` if it does.
  package func weightRefusal(of path: String) -> String? {
    let file = shellQuoted(path)
    // Two files, under names that the user chooses.
    let written = "-o NET.yaml --weights NET.safetensors"
    return switch self {
    case .safetensors, .pyTorchZip, .pyTorchStream: nil
    case .zip: description()
    case .torchScriptZip:
      description(
        otherwise: "save its tensors: torch.save(torch.jit.load(path).state_dict(), 'weights.pth')")
    case .kerasZip: description(otherwise: "convert it: vggc import \(file) \(written)")
    case .hdf5:
      description(
        otherwise:
          "if Keras wrote it, convert it: vggc import \(file) \(written); for a file with only weights, put the model's JSON "
          + "first: vggc import MODEL.json \(file) \(written)")
    case .numPyZip:
      description(
        otherwise:
          "save its arrays as safetensors: safetensors.numpy.save_file(dict(numpy.load(path)), "
          + "'weights.safetensors')")
    case .numPyArray: description(otherwise: "save all tensors together as safetensors")
    case .pickle:
      description(
        otherwise: "save tensors with PyTorch: torch.save(model.state_dict(), 'weights.pth')")
    case .onnx:
      description(otherwise: "convert it: vggc import \(file) \(written)")
    case .tfLite, .savedModel:
      description(otherwise: "load it in TensorFlow, and save its weights as safetensors")
    case .darknetWeights:
      description(
        otherwise:
          "convert it with its .cfg, which has the shapes: vggc import NET.cfg \(file) \(written)")
    case .caffeModel:
      description(
        otherwise: "convert it with its prototxt: vggc import DEPLOY.prototxt \(file) \(written)")
    case .matlab, .torch7, .gguf:
      description(otherwise: "with a program that reads it, save its tensors as safetensors")
    case .tar:
      description() + ", or, if PyTorch 0.1 saved it, save it again with a newer version"
    case .empty, .gitLFSPointer, .gzip, .bzip2, .xz, .zstandard, .sevenZip, .rar, .png, .jpeg,
      .gif, .bmp, .tiff, .webP, .heif, .avif, .binaryPixmap, .plainPixmap, .jpeg2000, .jpegXL,
      .icon,
      .photoshop, .pdf, .html, .svg, .xml, .json, .video, .program, .text:
      description(otherwise: "use a safetensors file, or a .pth file written by torch.save")
    }
  }
}
