"""The networks and the lines of the benchmark's table.

The layouts are written here a second time, so that the peers need no compiler; the check of outputs, in which `vgg` takes
its layers from the configuration, proves that both are the same.
"""

from dataclasses import dataclass

CONV, POOL, MEAN, LINEAR = "conv", "pool", "mean", "linear"


@dataclass(frozen=True)
class Layer:
    """A convolution, a max pooling layer, the mean of each channel or a linear layer.

    `name` is torchvision's prefix of its tensors, `norm` that of the batch normalisation layer after a convolution.
    """

    kind: str
    name: str = ""
    inputs: int = 0
    outputs: int = 0
    relu: bool = False
    kernel: int = 1
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    groups: int = 1
    norm: str = ""

    def size(self, pixels):
        """The height of its map, which is square, from that of its input."""
        if self.kind == MEAN:
            return 1
        return (pixels + 2 * self.padding - self.dilation * (self.kernel - 1) - 1) // self.stride + 1


@dataclass(frozen=True)
class Conv:
    """A convolution with ReLU; `groups` of 0 means one for each input channel."""

    outputs: int
    kernel: int = 3
    stride: int = 1
    dilation: int = 1
    groups: int = 1
    relu: bool = True


@dataclass(frozen=True)
class Pool:
    kernel: int = 2
    stride: int = 2
    padding: int = 0


@dataclass(frozen=True)
class Network:
    name: str
    title: str
    configuration: str
    input: tuple
    features: tuple
    classifier: tuple = ()
    batch_norm: bool = False

    def layers(self):
        """The layers in order, without dropout, which does nothing here but counts in the names."""
        channels, height, _ = self.input
        index = 0
        for feature in self.features:
            if feature == "M":
                feature = Pool()
            if isinstance(feature, int):
                feature = Conv(feature)
            if isinstance(feature, Conv):
                layer = Layer(
                    CONV, f"features.{index}", channels, feature.outputs, feature.relu, feature.kernel, feature.stride,
                    feature.dilation * (feature.kernel // 2), feature.dilation, feature.groups or channels,
                    f"features.{index + 1}" if self.batch_norm else "")
                channels = feature.outputs
                index += 1 + self.batch_norm + feature.relu
            else:
                layer = (Layer(MEAN) if feature == MEAN else
                         Layer(POOL, kernel=feature.kernel, stride=feature.stride, padding=feature.padding))
                index += 1
            height = layer.size(height)
            yield layer
        inputs = channels * height * height
        for position, outputs in enumerate(self.classifier):
            last = position == len(self.classifier) - 1
            yield Layer(LINEAR, f"classifier.{position * 3}", inputs, outputs, relu=not last)
            inputs = outputs

    def output(self):
        """The shape of an answer."""
        channels, height, _ = self.input
        for layer in self.layers():
            channels = layer.outputs or channels
            height = layer.size(height) if layer.kind != LINEAR else 0
        return (channels, height, height) if height else (channels,)


def depthwise(channels, outputs, stride=1):
    """The two convolutions of MobileNet's stages."""
    return Conv(channels, stride=stride, groups=0), Conv(outputs, kernel=1)


VGG16 = Network(
    "vgg16", "VGG-16", "Configs/d.yaml", (3, 224, 224),
    (64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"), (4096, 4096, 1000))
VGG11 = Network(
    "vgg11", "VGG-11", "Configs/a.yaml", (3, 224, 224),
    (64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"), (4096, 4096, 1000))
CUSTOM = Network(
    "custom", "custom 3x32x32", "Configs/custom.yaml", (3, 32, 32),
    (64, 64, 64, "M", 128, 128, 128, "M", 256, 256, 256, "M"), (4096, 4096, 10))
MOBILENET = Network(
    "mobilenet", "MobileNet", "Benchmarks/configs/mobilenet.yaml", (3, 224, 224),
    (Conv(32, stride=2), *depthwise(32, 64), *depthwise(64, 128, 2), *depthwise(128, 128), *depthwise(128, 256, 2),
     *depthwise(256, 256), *depthwise(256, 512, 2), *depthwise(512, 512) * 5, *depthwise(512, 1024, 2),
     *depthwise(1024, 1024), MEAN), batch_norm=True)
DILATED = Network(
    "dilated", "VGG-16, dilated, 512x512", "Benchmarks/configs/dilated.yaml", (3, 512, 512),
    (64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, Pool(3, 1, 1), *(Conv(512, dilation=2),) * 3,
     Pool(3, 1, 1), Conv(21, kernel=1, relu=False)))
NETWORKS = {network.name: network for network in (VGG16, VGG11, CUSTOM, MOBILENET, DILATED)}


@dataclass(frozen=True)
class Line:
    """One line of the table; every engine makes `runs` measured runs in each of its turns."""

    network: Network
    batch: int
    threads: int
    runs: int

    @property
    def id(self):
        return f"{self.network.name}-b{self.batch}-t{self.threads}"

    @property
    def title(self):
        threads = "1 thread" if self.threads == 1 else f"{self.threads} threads"
        return f"{self.network.title}, batch {self.batch}, {threads}"


LINES = (
    Line(VGG16, batch=1, threads=2, runs=7),
    Line(VGG16, batch=1, threads=1, runs=5),
    Line(VGG16, batch=8, threads=2, runs=3),
    Line(VGG11, batch=1, threads=2, runs=9),
    Line(CUSTOM, batch=1, threads=2, runs=50),
    Line(CUSTOM, batch=64, threads=2, runs=5),
    Line(MOBILENET, batch=1, threads=2, runs=50),
    Line(MOBILENET, batch=1, threads=1, runs=30),
    Line(DILATED, batch=1, threads=2, runs=3),
    Line(DILATED, batch=1, threads=1, runs=2),
)
