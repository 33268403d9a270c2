#!/usr/bin/env python3
"""Compares what `vggc` reports for random configurations with a real PyTorch forward pass.

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0
    .venv/bin/python Scripts/checks/random-networks.py FOLDER [COUNT [SEED]]

FOLDER holds the built `vggc`, such as .build/debug; COUNT configurations (2,000) are made from SEED (1). Their windows are
squares and rectangles, with strides, paddings as numbers and words, dilation, groups and rounding up; a good part
cannot be computed. For each, PyTorch's modules are made by hand from the same numbers and run on one image:

- `vggc check` reports an error if, and only if, PyTorch raises (except for `padding: same` with an even kernel, which
  the language refuses: Docs/Language.md);
- otherwise every layer's output shape, parameters and multiply-adds are those of `vggc summary --format json`.

Prints the configurations that differ. Exit status: 0 none does, 1 some do, 64 usage error, 69 torch is not installed.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    import torch
    from torch import nn
except ImportError:
    print("torch is not installed for this Python", file=sys.stderr)
    sys.exit(69)


class Sides:
    """A number for both sides, or one for each."""

    def __init__(self, value):
        self.pair = value if isinstance(value, tuple) else (value, value)

    def __str__(self):
        height, width = self.pair
        return str(height) if height == width else f"[{height}, {width}]"


def sides(chance, low, high):
    side = chance.randint(low, high)
    return Sides(side if chance.random() < 0.6 else (side, chance.randint(low, high)))


class Network:
    """A configuration, and the modules that it describes."""

    def __init__(self, chance, channels=None):
        self.chance = chance
        self.channels = channels or chance.randint(1, 6)
        self.height, self.width = chance.randint(8, 40), chance.randint(8, 40)
        self.image = (self.channels, self.height, self.width)
        self.entries = []
        # Functions, since PyTorch refuses some modules when they are made.
        self.modules = []
        for _ in range(chance.randint(1, 6)):
            self.add()
        # A classifier at every position of the map; its window, if it is dense.
        self.dense = sides(chance, 1, 5) if chance.random() < 0.3 else None
        self.hidden = [chance.randint(1, 9) for _ in range(chance.randint(0, 2))] if self.dense else []

    def add(self):
        getattr(self, self.chance.choice(["convolution", "convolution", "convolution", "max_pool", "average_pool"]))()

    def convolution(self):
        chance = self.chance
        kernel, stride, dilation = sides(chance, 1, 5), sides(chance, 1, 2), sides(chance, 1, 3)
        inputs, groups, depthwise = self.channels, 1, chance.random() < 0.2
        outputs = chance.randint(1, 12)
        if depthwise:
            groups = inputs
            if chance.random() < 0.8:
                outputs = inputs * chance.randint(1, 3)
        elif chance.random() < 0.4:
            groups = chance.randint(1, 4)
            if chance.random() < 0.7:
                outputs = groups * chance.randint(1, 4)
        entry = f"conv: {outputs}, kernel: {kernel}, stride: {stride}, dilation: {dilation}"
        word = chance.random()
        if word < 0.15:
            padding, written = "same", "same"
            if any(d * (k - 1) % 2 for k, d in zip(kernel.pair, dilation.pair)):
                padding = None
        elif word < 0.25:
            padding, written = "valid", "valid"
        else:
            written = sides(chance, 0, 4)
            padding = written.pair
        bias = chance.random() < 0.7
        entry += f", padding: {written}, bias: {str(bias).lower()}"
        if groups > 1 or depthwise:
            entry += f", groups: {'depthwise' if depthwise else groups}"
        self.entries.append("{" + entry + "}")

        def make():
            if padding is None:
                # PyTorch pads the odd row below and the odd column right, which the language cannot express as a number.
                raise ValueError("padding='same' with an even kernel")
            return nn.Conv2d(inputs, outputs, kernel.pair, stride.pair, padding, dilation.pair, groups, bias)

        self.modules.append(make)
        self.modules.append(nn.ReLU)
        self.channels = outputs

    def window(self):
        chance = self.chance
        kernel, stride = sides(chance, 1, 4), sides(chance, 1, 3)
        most = [side // 2 for side in kernel.pair]
        # Sometimes one more than PyTorch allows.
        padding = Sides(tuple(chance.randint(0, side + (chance.random() < 0.05)) for side in most))
        ceil = chance.random() < 0.4
        text = f"{kernel}, stride: {stride}, padding: {padding}, ceil: {str(ceil).lower()}"
        return kernel.pair, stride.pair, padding.pair, ceil, text

    def max_pool(self):
        kernel, stride, padding, ceil, text = self.window()
        self.entries.append(f"{{maxpool: {text}}}")
        self.modules.append(lambda: nn.MaxPool2d(kernel, stride, padding, ceil_mode=ceil))

    def average_pool(self):
        kernel, stride, padding, ceil, text = self.window()
        counts = self.chance.random() < 0.5
        self.entries.append(f"{{avgpool: {text}, count_padding: {str(counts).lower()}}}")
        self.modules.append(lambda: nn.AvgPool2d(kernel, stride, padding, ceil, counts))

    def configuration(self):
        entries = "".join(f"  - {entry}\n" for entry in self.entries)
        dense = f"dense: {self.dense}, dropout: 0, " if self.dense else ""
        return (f"input: {list(self.image)}\nfeatures:\n{entries}"
                f"classifier: {{{dense}hidden: {self.hidden}, classes: 2}}\n")

    def forward(self):
        """Each layer's output shape, parameters and multiply-adds; None if PyTorch raises."""
        layers = []
        value = torch.randn(1, *self.image)
        try:
            for make in self.modules:
                module = make()
                value = module(value)
                macs = 0
                if isinstance(module, nn.Conv2d):
                    macs = value.numel() * module.weight[0].numel()
                layers.append((list(value.shape[1:]), sum(p.numel() for p in module.parameters()), macs))
            if self.dense:
                return layers + self.scores(value)
            layers.append(([value.numel()], 0, 0))
            last = nn.Linear(value.numel(), 2)
            layers.append(([2], 2 * value.numel() + 2, 2 * value.numel()))
            last(value.flatten(1))
        except (RuntimeError, ValueError):
            return None
        return layers

    def scores(self, value):
        """The layers of a dense classifier: convolutions without padding, and the mean of each channel."""
        layers, kernel = [], self.dense.pair
        for outputs in [*self.hidden, 2]:
            module = nn.Conv2d(value.shape[1], outputs, kernel)
            value, kernel = module(value), (1, 1)
            count = sum(p.numel() for p in module.parameters())
            layers.append((list(value.shape[1:]), count, value.numel() * module.weight[0].numel()))
            if len(layers) < 2 * len(self.hidden):
                value = nn.ReLU()(value)
                layers.append((list(value.shape[1:]), 0, 0))
        value = nn.AdaptiveAvgPool2d(1)(value)
        layers.append((list(value.shape[1:]), 0, 0))
        layers.append(([value.numel()], 0, 0))
        return layers


def main():
    if not 2 <= len(sys.argv) <= 4:
        print(__doc__, file=sys.stderr)
        return 64
    vggc = pathlib.Path(sys.argv[1]).resolve() / "vggc"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    torch.manual_seed(0)
    networks = [Network(chance) for _ in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        for number, network in enumerate(networks):
            pathlib.Path(folder, f"{number:05}.yaml").write_text(network.configuration())
        checked = subprocess.run(
            [vggc, "check", "--format", "json", folder], capture_output=True, text=True, check=False)
        wrong = {
            pathlib.Path(found["file"]).name for found in json.loads(checked.stdout)["diagnostics"]
            if found["severity"] == "error"}
        different = raised = 0
        for number, network in enumerate(networks):
            name = f"{number:05}.yaml"
            real = network.forward()
            raised += real is None
            said = None
            if name not in wrong:
                summary = subprocess.run(
                    [vggc, "summary", "--format", "json", pathlib.Path(folder, name)], capture_output=True, text=True,
                    check=True)
                said = [
                    (layer["output"], layer["parameters"], layer["macs"])
                    for layer in json.loads(summary.stdout)["models"][0]["layers"]]
            if said != real:
                different += 1
                print(f"{network.configuration()}  PyTorch: {real}\n  vggc:    {said}\n")
    print(f"{count - different} of {count} agree; PyTorch computes {count - raised} of them")
    return 1 if different or raised in (0, count) else 0


if __name__ == "__main__":
    sys.exit(main())
