import VGGDiagnostics

extension English {
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
