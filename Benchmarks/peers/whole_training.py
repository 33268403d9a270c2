"""PyTorch's whole training run of a recipe, from photos that are already a tensor. Writes JSON.

    python -m peers.whole_training RECIPE TENSORS MEAN DEVIATION default|best THREADS SEED EPOCHS OUTPUT

The clock runs only during the epochs: not while the interpreter starts, PyTorch is imported, the tensor is read, or the
network is tested, which happens once, after the last epoch.
"""

import json
import sys
import time
from pathlib import Path

from peers.recipes import RECIPES
from peers.training import laid_out, module, optimizer, peak_memory


def initialise(network):
    """Initialises as vgg and torchvision do: Kaiming's by fan-out for convolutions, N(0, 0.01) for linear layers, no biases."""
    from torch import nn

    for layer in network.modules():
        if isinstance(layer, nn.Conv2d):
            nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")
            nn.init.zeros_(layer.bias)
        elif isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, 0, 0.01)
            nn.init.zeros_(layer.bias)
    return network


def main():
    name, tensors, mean, deviation, setting, threads, seed, epochs, output = sys.argv[1:]
    import torch

    recipe, mean, deviation, best = RECIPES[name], float(mean), float(deviation), setting == "best"
    torch.set_num_threads(int(threads))
    torch.manual_seed(int(seed))
    parts = torch.load(tensors, mmap=True)
    photos, labels = parts["train"]
    network = laid_out(initialise(module(name)), best)
    sgd = optimizer(network, recipe.rates[0], best)

    def batches(photos, order):
        """(places, inputs) of each batch."""
        for places in order.split(recipe.batch):
            yield places, laid_out(photos[places].float().div_(255).sub_(mean).div_(deviation), best)

    seconds = []
    for rate in recipe.rates[:int(epochs)]:
        start = time.perf_counter()
        network.train()
        sgd.param_groups[0]["lr"] = rate
        for places, inputs in batches(photos, torch.randperm(len(photos))):
            sgd.zero_grad()
            torch.nn.functional.cross_entropy(network(inputs), labels[places]).backward()
            sgd.step()
        seconds.append(time.perf_counter() - start)

    photos, labels = parts["test"]
    network.eval()
    with torch.no_grad():
        right = sum(
            (network(inputs).argmax(1) == labels[places]).sum().item()
            for places, inputs in batches(photos, torch.arange(len(photos))))
    Path(output).write_text(json.dumps({
        "accuracy": right / len(photos), "epochs_s": seconds, "training_s": sum(seconds), "peak_rss_bytes": peak_memory(),
        "version": torch.__version__}))


if __name__ == "__main__":
    main()
