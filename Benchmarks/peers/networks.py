"""The networks and the lines of the benchmark's table.

The layouts are written down here a second time, so that the peers need no compiler; that they are those of Configs is
proved by the check of outputs, where `vgg` takes its layers from the file in Configs.
"""

from dataclasses import dataclass

CONV, POOL, LINEAR = "conv", "pool", "linear"


@dataclass(frozen=True)
class Layer:
    """A convolution (3x3, padding 1), a 2x2 pooling or a linear layer; `name` is torchvision's prefix of its tensors."""

    kind: str
    name: str = ""
    inputs: int = 0
    outputs: int = 0
    relu: bool = False


@dataclass(frozen=True)
class Network:
    name: str
    title: str
    configuration: str
    input: tuple
    features: tuple
    classifier: tuple

    def layers(self):
        """The layers in order; dropout, which does nothing here, is left out, but counted in the names."""
        channels, height, _ = self.input
        index = 0
        for feature in self.features:
            if feature == "M":
                yield Layer(POOL)
                height //= 2
                index += 1
            else:
                yield Layer(CONV, f"features.{index}", channels, feature, relu=True)
                channels = feature
                index += 2
        inputs = channels * height * height
        for position, outputs in enumerate(self.classifier):
            last = position == len(self.classifier) - 1
            yield Layer(LINEAR, f"classifier.{position * 3}", inputs, outputs, relu=not last)
            inputs = outputs


VGG16 = Network(
    "vgg16", "VGG-16", "Configs/d.yaml", (3, 224, 224),
    (64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M"), (4096, 4096, 1000))
VGG11 = Network(
    "vgg11", "VGG-11", "Configs/a.yaml", (3, 224, 224),
    (64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"), (4096, 4096, 1000))
CUSTOM = Network(
    "custom", "custom 3x32x32", "Configs/custom.yaml", (3, 32, 32),
    (64, 64, 64, "M", 128, 128, 128, "M", 256, 256, 256, "M"), (4096, 4096, 10))
NETWORKS = {network.name: network for network in (VGG16, VGG11, CUSTOM)}


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
)
