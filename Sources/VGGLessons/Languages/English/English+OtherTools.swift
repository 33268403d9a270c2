import VGGDiagnostics
import VGGGraph
import VGGMarkup

extension English {
  package func otherToolsIntroduction(parameters: Int, stateBytes: Int) -> String {
    """
    All tools count the same parameters: \(grouped(parameters)). A file of float32
    weights takes \(bytes(stateBytes)) plus a few KiB for names. Operation counts
    differ: tools disagree on whether a multiply-add is one operation or two, on its name, and on
    which other operations count. This network, counted by each tool's rule, for one image:
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
    case .torchvision: "the same count, divided by 10^9, although labelled FLOPS"
    case .fvcore:
      """
      MACs, called flops, plus 2 for each value of a batch norm and 1 for each input value of an \
      adaptive pool
      """
    case .thop:
      "MACs without biases, plus 4 for each value of a batch norm, plus average pools and softmax"
    case .earlyThop:
      """
      a convolution's MACs and biases, but a fully connected layer's multiplications and additions \
      separately, plus 4 for each value of a batch norm
      """
    case .ptflops:
      """
      MACs and biases, plus 2 for each input value of a ReLU, a pool or a batch norm (ReLU and pools \
      are counted as modules and again as the functions inside them)
      """
    case .torchinfo:
      "parameters, including biases, once for every position at which a convolution uses them"
    case .flopCounter: "2 for each MAC, nothing else"
    case .receptiveField:
      "2 for each MAC of the convolutions and 1 for each bias added, without the classifier"
    }
  }

  package func activations(ofWeightLayers outputs: Int, twice: Int, here: Int) -> String {
    """
    Activation counts differ in the same way. timm and fvcore count the values that convolutions and
    fully connected layers output: \(grouped(outputs)) here, or \(abbreviated(outputs)).
    torchinfo's "forward/backward pass size" counts the outputs of all layers with parameters
    twice, at 4 bytes each: \(decimal(twice, per: 1_000_000, places: 2)) MB. vggc summary's
    \(bytes(here)) is the size of the outputs of all layers that do not work in
    place, counted once.
    """
  }

  package func courseNotes(values: Int) -> String {
    """
    For VGG-16, the notes of the course CS231n list the number of values in the image and in the
    output of each convolution, pooling and fully connected layer: \(grouped(values)) here, by
    the same rule. The total below their list, 24M values or 93 MB, is wrong: the list itself
    adds up to 15.2M values, or 61 MB.
    """
  }

  package func receptiveFieldCalculators(_ field: ReceptiveField) -> String {
    """
    Receptive-field calculators that keep track of the jump agree on the size. Araujo, Norris
    and Sim (Distill 2019; google-research/receptive_field) report size, effective stride and
    effective padding: \(grouped(field.size)), \(grouped(field.jump)) and
    \(grouped(field.padding)) here, the same numbers as above. Calculators based on Dang Ha The
    Hien's guide print "start" instead of padding: the centre of the first value's receptive
    field, where the centre of the first pixel is 0.5:
    """
  }

  package func denseView(kernel: Int, _ formula: String) -> String {
    """
    Calculators that treat the first fully connected layer as a \(kernel)x\(kernel) convolution get
    \(formula).
    """
  }

  package func commonMistake(_ size: Int, _ field: ReceptiveField) -> String {
    let verdict =
      size == field.size.height
      ? "which happens to be right." : "not \(grouped(field.size))."
    return """
      A common mistake is to multiply the receptive field by the stride at each
      pooling layer and add kernel - 1 at each convolution: here the result would be \(grouped(size)),
      \(verdict) For VGG-16 the mistake results in 308, as in weiliu89/caffe issue 164;
      torch-scan printed the same before its pull request 33.
      """
  }
}
