#!/usr/bin/env python3
"""Makes the golden files of VGGTrainingTests with PyTorch, the independent reference.

One command, from the repository's root:

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 safetensors==0.8.0 \
        && .venv/bin/python Scripts/make-training-goldens.py

Made with torch 2.13.0 and safetensors 0.8.0; the same versions produce the same numbers, though safetensors may order the
metadata differently. Each file holds a configuration (in its metadata), weights under torchvision's names, batches with
labels, the loss of every batch, the gradients of the first, and the weights and running statistics after a
step of the optimiser on each batch (`after.` before the name). Weights and images are float32; everything else is
computed in float64 and rounded once.
"""

import pathlib

import torch
from golden_weights import randomize
from safetensors.torch import save_file
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "Tests/VGGTrainingTests/Golden"
VERSION = f"Scripts/make-training-goldens.py, torch {torch.__version__.split('+')[0]}"


class DenseLinear(nn.Linear):
    """A linear layer, stored as such, applied to every window of a map."""

    def __init__(self, channels, outputs, *kernel):
        super().__init__(channels * kernel[0] * kernel[1], outputs)
        self.window = (channels, *kernel)

    def forward(self, x):
        return nn.functional.conv2d(x, self.weight.unflatten(1, self.window), self.bias)


class Mean(nn.Module):
    """The mean of each channel; the last layer of a dense classifier."""

    def __init__(self, channels):
        super().__init__()
        self.out_features = channels

    def forward(self, x):
        return x.mean((2, 3))


class Named(nn.Module):
    """A network whose parts have torchvision's names."""

    def __init__(self, features, avgpool, classifier):
        super().__init__()
        self.features = nn.Sequential(*features)
        self.avgpool = avgpool or nn.Identity()
        self.classifier = nn.Sequential(*classifier)

    def forward(self, x):
        x = self.avgpool(self.features(x))
        return self.classifier(x if isinstance(self.classifier[-1], Mean) else x.flatten(1))


def conv(inputs, outputs, kernel=3, stride=1, padding=None, bias=True):
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2 if padding is None else padding, bias=bias)


def network(shape, yaml, features, classifier, avgpool=None, **training):
    return {"shape": shape, "yaml": f"input: [{', '.join(map(str, shape))}]\n{yaml}", "features": features,
            "avgpool": avgpool, "classifier": classifier, **training}


def layer(shape, elements, modules, flattened, classes=4, pool="none", avgpool=None):
    """A convolution whose gradient goes through the tested layers, and a linear layer after it."""
    inputs = shape[0]
    return network(
        shape, f"features: [5, {elements}]\navgpool: {pool}\nclassifier: {{hidden: [], classes: {classes}}}\n",
        [conv(inputs, 5), nn.ReLU(), *modules], [nn.Linear(flattened, classes)], avgpool)


PLAIN = ([conv(3, 6), nn.ReLU(), conv(6, 18), nn.ReLU(), nn.MaxPool2d(2, 2), conv(18, 20), nn.ReLU(), nn.MaxPool2d(2, 2)],
         [nn.Linear(20 * 3 * 2, 12), nn.ReLU(), nn.Linear(12, 5)])
PLAIN_YAML = "features: [6, 18, M, 20, M]\nclassifier: {hidden: [12], dropout: 0, classes: 5}\n"
NORMED = ([conv(3, 7), nn.BatchNorm2d(7), nn.ReLU(), conv(7, 9), nn.BatchNorm2d(9), nn.ReLU(), nn.MaxPool2d(2, 2),
           conv(9, 17), nn.BatchNorm2d(17), nn.ReLU()],
          [nn.Linear(17, 6)])
NORMED_YAML = "features: [7, 9, M, 17]\nbatch_norm: true\navgpool: 1\nclassifier: {hidden: [], classes: 6}\n"

NETWORKS = {
    "conv3x3": layer([3, 9, 7], "20", [conv(5, 20), nn.ReLU()], 20 * 63),
    "conv1x1": layer([2, 5, 6], "conv1-18", [conv(5, 18, 1), nn.ReLU()], 18 * 30),
    "conv5x5-strided": layer([3, 9, 8], "{conv: 6, kernel: 5, stride: 2}", [conv(5, 6, 5, 2), nn.ReLU()], 6 * 5 * 4),
    "conv3x3-unpadded": layer([3, 9, 8], "{conv: 6, padding: 0, bias: false}",
                              [conv(5, 6, 3, 1, 0, bias=False), nn.ReLU()], 6 * 7 * 6),
    "conv1x1-padded": layer([3, 5, 4], "{conv: 3, kernel: 1, stride: 2, padding: 1}",
                            [conv(5, 3, 1, 2, 1), nn.ReLU()], 3 * 4 * 3),
    "max-pool": layer([3, 7, 8], "M", [nn.MaxPool2d(2, 2)], 5 * 3 * 4),
    "max-pool-overlapping": layer([3, 8, 9], "{maxpool: 3, stride: 2, padding: 1, ceil: true}",
                                  [nn.MaxPool2d(3, 2, 1, ceil_mode=True)], 5 * 5 * 5),
    "avg-pool": layer([3, 7, 8], "{avgpool: 3, stride: 2}", [nn.AvgPool2d(3, 2)], 5 * 3 * 3),
    "lrn": layer([3, 4, 5], "{lrn: 5, alpha: 0.5, beta: 0.75, k: 1}",
                 [nn.LocalResponseNorm(5, 0.5, 0.75, 1.0)], 5 * 20),
    "lrn-even": layer([3, 4, 5], "{lrn: 2, alpha: 0.9, beta: 0.5, k: 2}",
                      [nn.LocalResponseNorm(2, 0.9, 0.5, 2.0)], 5 * 20),
    "adaptive-uneven": layer([3, 7, 5], "5", [conv(5, 5), nn.ReLU()], 5 * 6, pool="[3, 2]",
                             avgpool=nn.AdaptiveAvgPool2d((3, 2))),
    "adaptive-enlarging": layer([3, 2, 3], "5", [conv(5, 5), nn.ReLU()], 5 * 25, pool="[5, 5]",
                                avgpool=nn.AdaptiveAvgPool2d((5, 5))),
    "batch-norm": network([3, 6, 5], "features: [5, 8]\nbatch_norm: true\nclassifier: {hidden: [], classes: 4}\n",
                          [conv(3, 5), nn.BatchNorm2d(5), nn.ReLU(), conv(5, 8), nn.BatchNorm2d(8), nn.ReLU()],
                          [nn.Linear(8 * 30, 4)]),
    "network-sgd": network([3, 13, 11], PLAIN_YAML, *PLAIN, steps=6, optimizer="sgd", rate=0.05),
    "network-clipped": network([3, 13, 11], PLAIN_YAML, *PLAIN, steps=4, optimizer="sgd", rate=0.1, norm=0.2),
    "network-smoothed": network([3, 13, 11], PLAIN_YAML, *PLAIN, steps=3, optimizer="sgd", rate=0.1, smoothing=0.1),
    "network-adam": network([3, 13, 11], PLAIN_YAML, *PLAIN, steps=6, optimizer="adam", rate=0.003),
    "network-batch-norm": network([3, 12, 8], NORMED_YAML, *NORMED, nn.AdaptiveAvgPool2d(1), steps=5, optimizer="sgd",
                                  rate=0.05),
    # The layers up to the named one keep their weights, and batch normalisation layers among them their statistics.
    "network-frozen-block": network([3, 12, 8], NORMED_YAML, *NORMED, nn.AdaptiveAvgPool2d(1), steps=5, optimizer="sgd",
                                    rate=0.05, freeze="conv1_2", frozen=["features.0", "features.1", "features.3",
                                                                         "features.4"]),
    "network-frozen-classifier": network([3, 13, 11], PLAIN_YAML, *PLAIN, steps=4, optimizer="adam", rate=0.003,
                                         freeze="classifier.0", frozen=["features", "classifier.0"]),
    "leaky-relu": layer([3, 5, 6], "{conv: 7, activation: {leaky_relu: 0.1}}", [conv(5, 7), nn.LeakyReLU(0.1)], 7 * 30),
    "elu": layer([3, 5, 6], "{conv: 7, activation: {elu: 0.5}}", [conv(5, 7), nn.ELU(0.5)], 7 * 30),
    "prelu": layer([3, 5, 6], "{conv: 7, activation: prelu}", [conv(5, 7), nn.PReLU()], 7 * 30),
    "gelu": layer([3, 5, 6], "{conv: 7, activation: gelu}", [conv(5, 7), nn.GELU()], 7 * 30),
    "silu": layer([3, 5, 6], "{conv: 7, activation: silu}", [conv(5, 7), nn.SiLU()], 7 * 30),
    "sigmoid": layer([3, 5, 6], "{conv: 7, activation: sigmoid}", [conv(5, 7), nn.Sigmoid()], 7 * 30),
    "tanh": layer([3, 5, 6], "{conv: 7, activation: tanh}", [conv(5, 7), nn.Tanh()], 7 * 30),
    "global-max": layer([3, 5, 6], "{global: max}", [nn.AdaptiveMaxPool2d(1)], 5),
    "global-average": layer([3, 5, 6], "{global: average}", [nn.AdaptiveAvgPool2d(1)], 5),
    "norm-after-relu": layer([3, 5, 6], "batch_norm", [nn.BatchNorm2d(5)], 5 * 30),
    "network-activations": network(
        [3, 11, 9],
        "activation: tanh\nfeatures: [6, batch_norm, M, {conv: 18, batch_norm: true, activation: silu}, {global: max}]\n"
        "classifier: [linear: 12, batch_norm, prelu, linear: 9, {leaky_relu: 0.2}, linear: 5]\n",
        [conv(3, 6), nn.Tanh(), nn.BatchNorm2d(6), nn.MaxPool2d(2, 2), conv(6, 18), nn.BatchNorm2d(18), nn.SiLU(),
         nn.AdaptiveMaxPool2d(1)],
        [nn.Linear(18, 12), nn.BatchNorm1d(12), nn.PReLU(), nn.Linear(12, 9), nn.LeakyReLU(0.2), nn.Linear(9, 5)],
        steps=4, optimizer="sgd", rate=0.05),
    "conv-dilated": layer([3, 9, 8], "{conv: 6, dilation: 2}",
                          [nn.Conv2d(5, 6, 3, padding=2, dilation=2), nn.ReLU()], 6 * 72),
    "conv-rectangle": layer([3, 9, 8], "{conv: 6, kernel: [3, 5], stride: [2, 1], padding: [0, 2], dilation: [2, 1]}",
                            [nn.Conv2d(5, 6, (3, 5), (2, 1), (0, 2), (2, 1)), nn.ReLU()], 6 * 3 * 8),
    "conv-depthwise": layer([3, 7, 6], "{conv: 10, groups: depthwise, dilation: [1, 2]}",
                            [nn.Conv2d(5, 10, 3, padding=(1, 2), dilation=(1, 2), groups=5), nn.ReLU()], 10 * 42),
    "conv-groups": layer([3, 7, 6], "36, {conv: 34, groups: 2, stride: 2}",
                         [conv(5, 36), nn.ReLU(), nn.Conv2d(36, 34, 3, 2, 1, groups=2), nn.ReLU()], 34 * 4 * 3),
    "max-pool-rectangle": layer([3, 7, 8], "{maxpool: [3, 2], stride: [1, 2], padding: [1, 0]}",
                                [nn.MaxPool2d((3, 2), (1, 2), (1, 0))], 5 * 7 * 4),
    "avg-pool-counted": layer([3, 7, 8], "{avgpool: [3, 2], stride: 2, padding: 1, ceil: true}",
                              [nn.AvgPool2d((3, 2), 2, 1, True)], 5 * 4 * 5),
    "avg-pool-uncounted": layer([3, 7, 8], "{avgpool: 3, stride: 2, padding: [1, 0], count_padding: false}",
                                [nn.AvgPool2d(3, 2, (1, 0), count_include_pad=False)], 5 * 4 * 3),
    # The dense form: the classifier at every position of the map, and the mean of the scores.
    "network-dense": network(
        [3, 17, 14], "features: [6, M, 18]\nclassifier: {dense: [4, 3], hidden: [20, 9], dropout: 0, classes: 5}\n",
        [conv(3, 6), nn.ReLU(), nn.MaxPool2d(2, 2), conv(6, 18), nn.ReLU()],
        [DenseLinear(18, 20, 4, 3), nn.ReLU(), DenseLinear(20, 9, 1, 1), nn.ReLU(), DenseLinear(9, 5, 1, 1), Mean(5)],
        steps=4, optimizer="sgd", rate=0.05),
    "network-dense-scores": network(
        [1, 9, 8], "activation: elu\nfeatures: [5]\nclassifier: {dense: 6, hidden: [], classes: 4}\n",
        [conv(1, 5), nn.ELU()], [DenseLinear(5, 4, 6, 6), Mean(4)], steps=3, optimizer="adam", rate=0.003),
}


def freeze(module, names):
    """Freezes these parts of a module in training."""
    for name in names:
        module.get_submodule(name).eval().requires_grad_(False)


def optimizer_of(entry, module):
    rate = entry.get("rate", 0.1)
    if entry.get("optimizer", "sgd") == "adam":
        return torch.optim.Adam(module.parameters(), lr=rate, betas=(0.9, 0.99), eps=1e-6, weight_decay=1e-3)
    return torch.optim.SGD(module.parameters(), lr=rate, momentum=0.9, weight_decay=5e-3)


def make(name, entry, seed):
    generator = torch.Generator().manual_seed(seed)
    module = Named(entry["features"], entry["avgpool"], entry["classifier"])
    randomize(module, generator)
    tensors = {key: value.clone() for key, value in module.state_dict().items()}
    steps, batch = entry.get("steps", 1), 6
    images = torch.randn([steps, batch, *entry["shape"]], generator=generator)
    labels = torch.randint(0, module.classifier[-1].out_features, [steps, batch], generator=generator)
    tensors |= {"images": images, "labels": labels.float()}
    module = module.double().train().requires_grad_(True)
    freeze(module, entry.get("frozen", []))
    optimizer, losses, correct = optimizer_of(entry, module), [], []
    for step in range(steps):
        optimizer.zero_grad()
        outputs = module(images[step].double())
        loss = nn.functional.cross_entropy(outputs, labels[step], label_smoothing=entry.get("smoothing", 0.0))
        loss.backward()
        if step == 0:
            tensors |= {f"gradient.{key}": value.grad.float() for key, value in module.named_parameters()
                        if value.requires_grad}
        if "norm" in entry:
            nn.utils.clip_grad_norm_(module.parameters(), entry["norm"])
        optimizer.step()
        losses.append(loss.item())
        correct.append((outputs.argmax(1) == labels[step]).sum().item())
    tensors |= {f"after.{key}": value.float() for key, value in module.state_dict().items()}
    tensors |= {"losses": torch.tensor(losses), "correct": torch.tensor(correct).float()}
    module.eval()
    with torch.no_grad():
        tensors["evaluated"] = module(images[0].double()).float()
    metadata = {"made_with": VERSION, "configuration": entry["yaml"]}
    metadata |= {key: str(entry[key]) for key in ("optimizer", "rate", "norm", "smoothing", "freeze") if key in entry}
    save_file({key: value.contiguous() for key, value in tensors.items()}, GOLDEN / f"{name}.safetensors", metadata)


def main():
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for seed, (name, entry) in enumerate(NETWORKS.items()):
        make(name, entry, seed)


if __name__ == "__main__":
    main()
