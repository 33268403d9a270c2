import VGGFiles

extension FileFormat {
  /// What a file is that does not hold weights which are read here, and what to do about it; `nil` for those
  /// that do.
  var weightRefusal: String? {
    switch self {
    case .safetensors, .pyTorchZip, .pyTorchStream: nil
    case .zip: description()
    case .torchScriptZip:
      description(
        otherwise: "save its tensors: torch.save(torch.jit.load(path).state_dict(), 'weights.pth')")
    case .kerasZip, .hdf5:
      description(otherwise: "load it in Keras, and save its weights as safetensors")
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
      description(
        otherwise: "save its tensors as safetensors: safetensors.numpy.save_file({t.name: "
          + "onnx.numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}, 'weights.safetensors')"
      )
    case .tfLite, .savedModel:
      description(otherwise: "load it in TensorFlow, and save its weights as safetensors")
    case .darknetWeights:
      description(
        otherwise:
          "it has neither names nor shapes; load it in a PyTorch program that reads Darknet's "
          + "configurations, and save its state_dict")
    case .caffeModel, .matlab, .torch7, .gguf:
      description(otherwise: "save its tensors as safetensors with a program that reads it")
    case .tar:
      description() + ", or, if PyTorch 0.1 saved it, save it again with a newer version"
    case .empty, .gitLFSPointer, .gzip, .bzip2, .xz, .zstandard, .sevenZip, .rar, .png, .jpeg,
      .gif, .bmp, .tiff, .webP, .heif, .avif, .binaryPixmap, .plainPixmap, .jpeg2000, .jpegXL,
      .icon,
      .photoshop, .pdf, .html, .svg, .xml, .json, .video, .program, .text:
      description(otherwise: "weights are in a safetensors file, or in a .pth file of torch.save")
    }
  }
}
