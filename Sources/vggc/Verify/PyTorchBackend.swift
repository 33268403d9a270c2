import VGGCommandLine
import VGGEmitters

/// The emitted PyTorch module, run by PyTorch if it is installed for Python.
struct PyTorchBackend: Backend {
  static let id = BackendID.pytorch

  let python: String

  func run(_ verification: VerificationCase) throws -> BackendAnswer {
    let script = PythonScript(python: python, text: Self.script)
    let module = verification.folder + "/network.py"
    try Output.write(
      Array(emitPyTorch([verification.network], verification.provenance).utf8), to: module)
    let answer = try script.run(
      [
        module, verification.network.typeName, verification.weightsPath, verification.imagePath,
        verification.imageShape,
        verification.outputLayer, verification.comparesLayers ? "layers" : "output",
      ], output: verification.folder + "/pytorch.safetensors")
    return BackendAnswer(
      version: answer.version, values: verification.layerValues(of: answer.values))
  }

  /// Values are copied as they pass, since an in-place ReLU changes the previous layer's values.
  private static let script = """
    torch, numpy = needed("torch"), needed("numpy")
    import inspect
    target, module, name, weights, image, shape, output, wanted = sys.argv[1:]
    names = {}
    with open(module) as file:
        exec(compile(file.read(), module, "exec"), names)
    network = names[name]
    takes = inspect.signature(network).parameters
    network = network(**({"init_weights": False} if "init_weights" in takes else {})).eval()

    with open(weights, "rb") as file:
        content = bytearray(file.read())
    start = 8 + struct.unpack("<Q", content[:8])[0]
    state = {}
    for name, entry in json.loads(content[8:start]).items():
        if name != "__metadata__":
            first, end = entry["data_offsets"]
            state[name] = torch.frombuffer(
                content, dtype=torch.float32, count=(end - first) // 4, offset=start + first).reshape(entry["shape"])
    left = network.load_state_dict(state, strict=False)
    wrong = left.unexpected_keys + [name for name in left.missing_keys if not name.endswith("num_batches_tracked")]
    if wrong:
        sys.exit("\(PythonScript.differenceStart)" + ", ".join(wrong))

    values = {}
    def keep(name):
        return lambda module, given, result: values.__setitem__(name, result.clone())
    if wanted == "layers":
        for name, module in network.named_modules():
            if not list(module.children()):
                module.register_forward_hook(keep(name))
    with open(image, "rb") as file:
        pixels = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    with torch.no_grad():
        answer = network(pixels.reshape([int(extent) for extent in shape.split(",")]))
    # With taps, the output and a dictionary of these.
    values[output], taps = answer if isinstance(answer, tuple) else (answer, {})
    values.update(taps)
    write(target, {
        name: (list(value.shape), value.contiguous().numpy().tobytes()) for name, value in values.items()})
    print(torch.__version__)
    """
}
