import VGGDiagnostics

extension English {
  package func channelLoop(imageChannels: Int) -> String {
    """
    torchvision builds the feature layers in a loop over a list such as [64, 64, "M", 128]
    (make_layers in torchvision/models/vgg.py). Before the loop, in_channels is the image's channel
    count, \(grouped(imageChannels)). For each number v the loop adds Conv2d(in_channels, v) and then
    sets in_channels = v, because the next convolution must take as many channels as this one
    outputs. Without that line, every convolution would be built for
    \(counted(imageChannels, "channel")), and the second one would reject its input. An "M"
    leaves in_channels unchanged, since pooling works on each channel separately. Below, the line
    in_channels shows both steps for each convolution.
    """
  }
}
