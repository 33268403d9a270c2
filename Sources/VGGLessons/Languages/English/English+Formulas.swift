import VGGDiagnostics

extension English {
  package var formulasHeading: String { "The formulas" }

  package var slidingWindow: String {
    """
    A convolution or a pooling moves a window of kernel x kernel values over the map, stride by
    stride, after padding has put zeros around it (max pooling: values that never win). As many
    rows come out as there are places for the window, and as many columns:
    """
  }

  package var sizeFormula: [String] {
    ["output = floor((input + 2*padding - kernel)/stride) + 1"]
  }

  package var roundingUp: String {
    """
    A pooling with ceil: true rounds up in place of down, so that a last window may hang over
    the far edge; one that would start past the map and its padding is left out again.
    """
  }

  package var convolutionCosts: String {
    """
    A convolution has one kernel for every output channel, as deep as the input has channels,
    and one bias beside it, unless biases are turned off. To compute one output value, it
    multiplies and adds once for each value of the kernel (a MAC):
    """
  }

  package var convolutionFormulas: [String] {
    [
      "parameters = out_channels * (in_channels*kernel*kernel) + out_channels",
      "MACs       = out_channels * height * width * (in_channels*kernel*kernel)",
    ]
  }

  package var fullyConnectedCosts: String {
    "A fully connected layer has one weight for every pair of an input and an output:"
  }

  package var fullyConnectedFormulas: [String] {
    ["parameters = outputs * inputs + outputs", "MACs       = outputs * inputs"]
  }

  package var channelLoopHeading: String { "What in_channels = v does" }

  package func channelLoop(imageChannels: Int) -> String {
    """
    torchvision makes the feature layers in a loop over a list such as [64, 64, "M", 128]
    (make_layers in torchvision/models/vgg.py). Before the loop, in_channels is the image's
    \(grouped(imageChannels)). For each number v the loop adds Conv2d(in_channels, v) and then
    sets in_channels = v, because the next convolution must take as many channels as this one
    gives. Without that line every convolution would be made for
    \(counted(imageChannels, "channel")), and the second one would refuse its input. An "M"
    leaves in_channels alone, since pooling works on each channel by itself. Below, the line
    in_channels shows both steps at every convolution.
    """
  }
}
