import VGGDiagnostics
import VGGGraph

extension Explanation {
  /// The formulas in letters, and the loop that chains the channels.
  func formulas(for layers: NamedLayers, imageChannels: Int) -> [TextDocument.Block] {
    [
      .heading("The formulas"),
      .paragraph(
        """
        A convolution or a pooling moves a window of kernel x kernel values over the map, stride by
        stride, after padding has put zeros around it (max pooling: values that never win). As many
        rows come out as there are places for the window, and as many columns:
        """),
      .formulas(["output = floor((input + 2*padding - kernel)/stride) + 1"]),
    ] + rounding(layers) + [
      .paragraph(
        """
        A convolution has one kernel for every output channel, as deep as the input has channels,
        and one bias beside it, unless biases are turned off. To compute one output value, it
        multiplies and adds once for each value of the kernel (a MAC):
        """),
      .formulas([
        "parameters = out_channels * (in_channels*kernel*kernel) + out_channels",
        "MACs       = out_channels * height * width * (in_channels*kernel*kernel)",
      ]),
      .paragraph(
        """
        A fully connected layer has one weight for every pair of an input and an output:
        """),
      .formulas(["parameters = outputs * inputs + outputs", "MACs       = outputs * inputs"]),
      .heading("What in_channels = v does"),
      .paragraph(
        """
        torchvision makes the feature layers in a loop over a list such as [64, 64, "M", 128]
        (make_layers in torchvision/models/vgg.py). Before the loop, in_channels is the image's
        \(grouped(imageChannels)). For each number v the loop adds Conv2d(in_channels, v) and then
        sets in_channels = v, because the next convolution must take as many channels as this one
        gives. Without that line every convolution would be made for
        \(counted(imageChannels, "channel")), and the second one would refuse its input. An "M"
        leaves in_channels alone, since pooling works on each channel by itself. Below, the line
        in_channels shows both steps at every convolution.
        """),
    ]
  }

  /// What `ceil: true` changes, in networks that have it.
  private func rounding(_ named: NamedLayers) -> [TextDocument.Block] {
    guard named.layers.contains(where: { $0.kind.window?.ceil == true }) else { return [] }
    return [
      .paragraph(
        """
        A pooling with ceil: true rounds up in place of down, so that a last window may hang over
        the far edge; one that would start past the map and its padding is left out again.
        """)
    ]
  }
}
