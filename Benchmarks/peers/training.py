"""One turn of PyTorch's training: steps of SGD on a fixed random batch. Prints JSON.

    python -m peers.training NETWORK BATCH THREADS STEPS default|best

`best` is channels-last memory and the fused optimiser; its process is to be started with glibc told to keep large
blocks (`BEST_ENVIRONMENT`).
"""

import json
import resource
import sys
import time

BEST_ENVIRONMENT = {"MALLOC_MMAP_THRESHOLD_": "4294967296", "MALLOC_TRIM_THRESHOLD_": "4294967296"}

# name: input, features, classifier's hidden layers, classes
NETWORKS = {
    "digits": ((1, 8, 8), [32, 32, "M", 64, 64, "M"], [128], 10),
    "custom": ((3, 32, 32), [64, 64, 64, "M", 128, 128, 128, "M", 256, 256, 256, "M"], [4096, 4096], 10),
    "vgg16": ((3, 224, 224), [64, 64, "M", 128, 128, "M", *[256] * 3, "M", *[512] * 3, "M", *[512] * 3, "M"],
              [4096, 4096], 1000),
}


def yaml(name):
    """The network's configuration for vgg."""
    shape, features, hidden, classes = NETWORKS[name]
    items = ", ".join(map(str, features))
    return (f"name: {name}\ninput: [{', '.join(map(str, shape))}]\nfeatures: [{items}]\n"
            f"classifier: {{hidden: {hidden}, dropout: 0.5, classes: {classes}}}\n")


def module(name):
    from torch import nn

    (channels, height, width), features, hidden, classes = NETWORKS[name]
    layers = []
    for item in features:
        if item == "M":
            layers.append(nn.MaxPool2d(2, 2))
            height, width = height // 2, width // 2
        else:
            layers += [nn.Conv2d(channels, item, 3, padding=1), nn.ReLU(inplace=True)]
            channels = item
    layers.append(nn.Flatten())
    inputs = channels * height * width
    for size in hidden:
        layers += [nn.Linear(inputs, size), nn.ReLU(inplace=True), nn.Dropout(0.5)]
        inputs = size
    return nn.Sequential(*layers, nn.Linear(inputs, classes))


def main():
    name, batch, threads, steps, setting = sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5]
    import torch

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    best = setting == "best"
    network, images = module(name).train(), torch.randn(batch, *NETWORKS[name][0])
    labels = torch.arange(batch) * 7 % NETWORKS[name][3]
    if best:
        network = network.to(memory_format=torch.channels_last)
        images = images.to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(
        network.parameters(), lr=1e-6, momentum=0.9, weight_decay=5e-4, **({"fused": True} if best else {}))
    times = []
    for _ in range(steps + 2):
        start = time.perf_counter()
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(network(images), labels).backward()
        optimizer.step()
        times.append((time.perf_counter() - start) * 1e3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"times_ms": times[2:], "peak_rss_bytes": peak, "version": torch.__version__}))


if __name__ == "__main__":
    main()
