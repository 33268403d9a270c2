import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension English {
  package func otherToolsIntroduction(parameters: Int, stateBytes: Int) -> String {
    """
    Parameters come out alike everywhere: \(grouped(parameters)). A file of float32
    weights takes \(bytes(stateBytes)) and a few KiB of names. Operations do
    not: tools differ in whether a multiply-add is one operation or two, in what they call it,
    and in what they count besides. The same network by each tool's own rule, for one image:
    """
  }

  package func name(of counter: OperationCounter) -> String {
    switch counter {
    case .vggc: "vggc"
    case .torchvision: "torchvision (GFLOPS of its pages)"
    case .fvcore: "fvcore 0.1.5; timm's GMACs"
    case .thop: "thop 0.1.1"
    case .earlyThop: "thop 0.0.30 (thop's README)"
    case .ptflops: "ptflops 0.7.5"
    case .torchinfo: "torchinfo 1.8.0 (total mult-adds)"
    case .flopCounter: "torch.utils.flop_counter"
    case .receptiveField: "google-research/receptive_field"
    }
  }

  package func meaning(of counter: OperationCounter) -> String {
    switch counter {
    case .vggc: "multiply-adds of convolutions and fully connected layers"
    case .torchvision: "the same count, divided by 10^9, though it says FLOPS"
    case .fvcore:
      """
      MACs, called flops, with 2 for each value of a batch norm and 1 for each that an adaptive pool \
      takes
      """
    case .thop:
      "MACs without biases, with 4 for each value of a batch norm, average pools and softmax"
    case .earlyThop:
      """
      a convolution's MACs and biases, but a fully connected layer's multiplications and additions \
      apart, with 4 for each value of a batch norm
      """
    case .ptflops:
      """
      MACs and biases, with 2 for each value that ReLU, a pool or a batch norm takes (ReLU and pools \
      are counted as modules and again as the functions inside)
      """
    case .torchinfo:
      "parameters, biases among them, once for every place at which a convolution uses them"
    case .flopCounter: "2 for each MAC, nothing else"
    case .receptiveField:
      "2 for each MAC of the convolutions and 1 for each bias added, without the classifier"
    }
  }

  package func activations(ofWeightLayers outputs: Int, twice: Int, here: Int) -> String {
    """
    Activations differ in the same way. timm and fvcore count the values that convolutions and
    fully connected layers give: \(grouped(outputs)) here, or \(abbreviated(outputs)).
    torchinfo's "forward/backward pass size" takes the outputs of all layers with parameters,
    twice, at 4 bytes: \(decimal(twice, per: 1_000_000, places: 2)) MB. vggc summary's
    \(bytes(here)) are the outputs of all layers that do not work in
    place, once.
    """
  }

  package func courseNotes(values: Int) -> String {
    """
    The notes of the course CS231n list, for VGG-16, the values of the image and of what each
    convolution, pooling and fully connected layer computes: \(grouped(values)) here, by
    the same rule. The total under their list, 24M values or 93 MB, is a slip: the list itself
    adds up to 15.2M, which are 61 MB.
    """
  }

  package func receptiveFieldCalculators(_ field: ReceptiveField) -> String {
    """
    Receptive-field calculators agree on the size when they carry the jump along. Araujo, Norris
    and Sim (Distill 2019; google-research/receptive_field) give size, effective stride and
    effective padding: \(grouped(field.size)), \(grouped(field.jump)) and
    \(grouped(field.padding)) here, the numbers above. Calculators after Dang Ha The Hien's guide
    print "start" in place of padding, the centre of what the first value sees, the first
    pixel's own centre being 0.5:
    """
  }

  package func denseView(kernel: Int, _ formula: String) -> String {
    """
    Those that count the first fully connected layer as a convolution of \(kernel)x\(kernel) get
    \(formula).
    """
  }

  package func commonMistake(_ size: Int, _ field: ReceptiveField) -> String {
    let verdict =
      size == field.size.height ? "by luck the right number." : "and not \(grouped(field.size))."
    return """
      A common slip is to multiply the view by the stride at each
      pooling and add kernel - 1 at each convolution: that gives \(grouped(size)) here,
      \(verdict) For VGG-16 the slip gives 308, as in weiliu89/caffe issue 164;
      torch-scan printed the same before its pull request 33.
      """
  }
}
