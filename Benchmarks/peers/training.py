"""One turn of PyTorch's training: steps of SGD on a fixed random batch. Prints JSON.

    python -m peers.training NETWORK BATCH THREADS STEPS default|best

`best` is channels-last memory and the fused optimiser; start its process with the settings that make glibc keep large
blocks (`BEST_ENVIRONMENT`).
"""

import json
import resource
import sys
import time
from typing import NamedTuple

BEST_ENVIRONMENT = {"MALLOC_MMAP_THRESHOLD_": "4294967296", "MALLOC_TRIM_THRESHOLD_": "4294967296"}


class Network(NamedTuple):
    input: tuple
    features: list
    hidden: list
    classes: int
    batch_norm: bool = False


NETWORKS = {
    "digits": Network((1, 8, 8), [32, 32, "M", 64, 64, "M"], [128], 10),
    "fashion": Network((1, 28, 28), [32, 32, "M", 64, 64, "M"], [256], 10, batch_norm=True),
    "custom": Network(
        (3, 32, 32), [64, 64, 64, "M", 128, 128, 128, "M", 256, 256, 256, "M"], [4096, 4096], 10),
    "vgg16": Network(
        (3, 224, 224), [64, 64, "M", 128, 128, "M", *[256] * 3, "M", *[512] * 3, "M", *[512] * 3, "M"],
        [4096, 4096], 1000),
}


def yaml(name):
    """The network's configuration for vgg."""
    network = NETWORKS[name]
    items = ", ".join(map(str, network.features))
    return (f"name: {name}\ninput: [{', '.join(map(str, network.input))}]\nfeatures: [{items}]\n"
            f"batch_norm: {str(network.batch_norm).lower()}\n"
            f"classifier: {{hidden: {network.hidden}, dropout: 0.5, classes: {network.classes}}}\n")


def module(name):
    from torch import nn

    (channels, height, width), features, hidden, classes, batch_norm = NETWORKS[name]
    layers = []
    for item in features:
        if item == "M":
            layers.append(nn.MaxPool2d(2, 2))
            height, width = height // 2, width // 2
        else:
            layers.append(nn.Conv2d(channels, item, 3, padding=1))
            if batch_norm:
                layers.append(nn.BatchNorm2d(item))
            layers.append(nn.ReLU(inplace=True))
            channels = item
    layers.append(nn.Flatten())
    inputs = channels * height * width
    for size in hidden:
        layers += [nn.Linear(inputs, size), nn.ReLU(inplace=True), nn.Dropout(0.5)]
        inputs = size
    return nn.Sequential(*layers, nn.Linear(inputs, classes))


def laid_out(tensor, best):
    """A network or images, in the setting's memory format."""
    import torch

    return tensor.to(memory_format=torch.channels_last) if best else tensor


def optimizer(network, rate, best):
    import torch

    return torch.optim.SGD(
        network.parameters(), lr=rate, momentum=0.9, weight_decay=5e-4, **({"fused": True} if best else {}))


def peak_memory():
    """The largest resident size of this process, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main():
    name, batch, threads, steps, setting = sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5]
    import torch

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    best = setting == "best"
    network = laid_out(module(name).train(), best)
    images = laid_out(torch.randn(batch, *NETWORKS[name].input), best)
    labels = torch.arange(batch) * 7 % NETWORKS[name].classes
    sgd = optimizer(network, 1e-6, best)
    times = []
    for _ in range(steps + 2):
        start = time.perf_counter()
        sgd.zero_grad()
        torch.nn.functional.cross_entropy(network(images), labels).backward()
        sgd.step()
        times.append((time.perf_counter() - start) * 1e3)
    print(json.dumps({"times_ms": times[2:], "peak_rss_bytes": peak_memory(), "version": torch.__version__}))


if __name__ == "__main__":
    main()
