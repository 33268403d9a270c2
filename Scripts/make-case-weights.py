#!/usr/bin/env python3
"""Makes the weight files of Tests/Cases with PyTorch: one small network under the names found in people's files.

One command, from the repository's root:

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 safetensors==0.8.0 numpy \
        && .venv/bin/python Scripts/make-case-weights.py

Made with torch 2.13.0 and safetensors 0.8.0.
"""

import pathlib
import re
from collections import OrderedDict

import torch
from safetensors.torch import save_file
from torch import nn

CASES = pathlib.Path(__file__).resolve().parent.parent / "Tests/Cases"
CHANNELS = [4, "M", 6, "M", 8, 8, "M"]


def features(norm=False, bias=True, inputs=3):
    layers = []
    for entry in CHANNELS:
        if entry == "M":
            layers.append(nn.MaxPool2d(2, 2))
            continue
        layers.append(nn.Conv2d(inputs, entry, 3, padding=1, bias=bias))
        layers += [nn.BatchNorm2d(entry)] * norm + [nn.ReLU()]
        inputs = entry
    return nn.Sequential(*layers)


class Small(nn.Module):
    """A small torchvision VGG: for 16 x 16 pixels and five classes."""

    def __init__(self, **options):
        super().__init__()
        self.features = features(**options)
        self.classifier = nn.Sequential(nn.Linear(32, 10), nn.ReLU(), nn.Dropout(), nn.Linear(10, 10), nn.ReLU(),
                                        nn.Dropout(), nn.Linear(10, 5))


def state(seed=1, **options):
    torch.manual_seed(seed)
    return Small(**options).state_dict()


def renamed(tensors, change):
    return OrderedDict((change(name), tensor) for name, tensor in tensors.items())


def replaced(tensors, *pairs):
    def change(name):
        for old, new in pairs:
            if name.startswith(old + "."):
                return new + name[len(old):]
        return name
    return renamed(tensors, change)


def only_features(tensors, prefix="features."):
    return OrderedDict((prefix + name[9:], tensor) for name, tensor in tensors.items() if name.startswith("features."))


def save(value, path):
    path = CASES / path
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".safetensors":
        save_file({name: tensor.contiguous() for name, tensor in value.items()}, path)
    else:
        torch.save(value, path)


PAPER = [("features.0", "conv1_1"), ("features.3", "conv2_1"), ("features.6", "conv3_1"), ("features.8", "conv3_2"),
         ("classifier.0", "fc6"), ("classifier.3", "fc7"), ("classifier.6", "fc8")]


def keras(tensors, names):
    """Kernels as height x width x inputs x outputs, with the map flattened as height x width x channels."""
    layers = ["features.0", "features.3", "features.6", "features.8", "classifier.0", "classifier.3", "classifier.6"]
    made = {}
    for layer, name in zip(layers, names):
        weight = tensors[f"{layer}.weight"]
        if layer == "classifier.0":
            weight = weight.reshape(10, 8, 2, 2).permute(0, 2, 3, 1).reshape(10, 32)
        made[f"{name}/kernel"] = weight.permute(2, 3, 1, 0) if weight.dim() == 4 else weight.t()
        made[f"{name}/bias"] = tensors[f"{layer}.bias"]
    return made


def mmpretrain(tensors):
    convolutions = {0: 0, 4: 2, 8: 4, 11: 5}

    def change(name):
        part = re.match(r"features\.(\d+)\.(.*)", name)
        if not part:
            return f"backbone.{name}"
        index = int(part[1])
        return (f"backbone.features.{convolutions[index]}.conv.{part[2]}" if index in convolutions
                else f"backbone.features.{convolutions[index - 1]}.bn.{part[2]}")
    return renamed(tensors, change)


def block(inputs, outputs):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3), nn.ReLU(), nn.Conv2d(outputs, outputs, 3), nn.ReLU(),
                         nn.MaxPool2d(2))


class Tiny(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv_block_1, self.conv_block_2 = block(3, 4), block(4, 4)
        self.classifier = nn.Sequential(nn.Flatten(), nn.Linear(4 * 13 * 13, 3))


class Depthwise(nn.Module):
    """The names in torchvision's MNASNet."""

    def __init__(self):
        super().__init__()
        inner = nn.Module()
        inner.layers = nn.Sequential(nn.Conv2d(4, 12, 1, bias=False), nn.BatchNorm2d(12), nn.ReLU(),
                                     nn.Conv2d(12, 12, 3, groups=12, bias=False), nn.BatchNorm2d(12))
        self.layers = nn.Sequential(nn.Conv2d(3, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU(),
                                    nn.Conv2d(8, 8, 3, groups=8, bias=False), nn.BatchNorm2d(8), nn.ReLU(),
                                    nn.Conv2d(8, 4, 1, bias=False), nn.BatchNorm2d(4), nn.Sequential(inner))
        self.classifier = nn.Sequential(nn.Dropout(), nn.Linear(12, 10))


def main():
    net, norm = state(), state(norm=True)
    for case in ("20-classifier-index", "22-features-module", "23-bare-keys", "26-vggface-names", "54-keras-names",
                 "60-features-from-file", "43-gray-from-rgb"):
        save(net, f"{case}/small.pth")
    save(replaced(net, ("classifier.0", "classifier.1"), ("classifier.3", "classifier.4")),
         "20-classifier-index/old-torchvision.pth")
    for name, prefix in (("compiled", "_orig_mod."), ("compiled-ddp", "_orig_mod.module."),
                         ("ddp-compiled", "module._orig_mod.")):
        save(renamed(net, lambda key: prefix + key), f"21-orig-mod/{name}.pth")
    save({"epoch": 3, "model_state_dict": renamed(net, lambda key: "module." + key),
          "optimizer_state_dict": {"state": {}, "param_groups": [{"lr": 0.1}]}}, "21-orig-mod/ckpt-module.pth")
    wrapped = replaced(net, ("features", "features.module"))
    save(wrapped, "22-features-module/imagenet-example.pth")
    save({"epoch": 90, "arch": "vgg16", "state_dict": wrapped, "best_acc1": torch.tensor(71.2),
          "optimizer": {"state": {0: {"momentum_buffer": torch.zeros(3)}}, "param_groups": [{"lr": 0.01}]}},
         "22-features-module/checkpoint.pth.tar")
    save(only_features(net, ""), "23-bare-keys/features-only.pth")
    save(only_features(net), "23-bare-keys/features-prefixed.pth")
    save(only_features(net, "vgg."), "23-bare-keys/ssd-vgg.pth")
    slices = {0: 1, 3: 2, 6: 3, 8: 3}
    lpips = renamed(only_features(net, ""), lambda key: f"net.slice{slices[int(key.split('.')[0])]}.{key}")
    save(OrderedDict([("scaling_layer.shift", torch.zeros(1, 3, 1, 1)), *lpips.items(),
                      ("lin0.model.1.weight", torch.rand(1, 4, 1, 1))]), "24-lpips-slices/lpips.pth")
    save(OrderedDict((key, tensor) for key, tensor in norm.items() if "num_batches" not in key),
         "25-old-bn/pre-0.4.1.pth")
    save(replaced(net, *PAPER), "26-vggface-names/vggface.pth")
    save({"model": net, "ema": {key: tensor * 0.9 for key, tensor in net.items()}, "epoch": 1},
         "27-optimizer-ckpt/ema.pth")
    save({"net": net, "acc": 91.3, "epoch": 100}, "27-optimizer-ckpt/kuangliu.pth")
    save({"state_dict": {key: tensor.half() for key, tensor in net.items()}}, "27-optimizer-ckpt/half.pth")
    save([net, {"epoch": 1}], "27-optimizer-ckpt/list.pth")
    save({"model": [net, {"fc.weight": torch.zeros(2)}]}, "27-optimizer-ckpt/two-models.pth")
    model = Small()
    save(model, "27-optimizer-ckpt/whole.pth")
    lightning = renamed(net, lambda key: "model." + key) | {"criterion.weight": torch.ones(5)}
    save({"state_dict": lightning, "epoch": 3, "pytorch-lightning_version": "2.1.0"},
         "28-prefix-extra/lightning-criterion.ckpt")
    save(only_features(net, "encoder.features.") | {"decoder.0.weight": torch.zeros(4, 8, 3, 3),
                                                    "decoder.0.bias": torch.zeros(4)},
         "28-prefix-extra/encoder-decoder.pth")
    save({"params": net, "params_ema": net}, "28-prefix-extra/two-dicts.pth")
    save({"generator": net, "discriminator": net}, "28-prefix-extra/two-networks.pth")
    save({"state_dict": net, "state_dict_ema": {key: tensor * 0 for key, tensor in net.items()}, "epoch": 2},
         "28-prefix-extra/timm-ema.pth")
    save(net | {"fc.weight": torch.zeros(3, 5), "fc.bias": torch.zeros(3)}, "28-prefix-extra/vsepp-fc.pth")
    save(renamed(net, lambda key: "module.model." + key), "28-prefix-extra/module-model.pth")
    save(replaced(net, ("features", "0"), ("classifier", "2")), "28-prefix-extra/sequential-children.pth")
    save(renamed(net, lambda key: "teacher." + key) | renamed(net, lambda key: "student." + key),
         "28-prefix-extra/teacher-student.pth")
    save({"meta": {"mmcls_version": "0.9.0"}, "state_dict": mmpretrain(norm)}, "51-mm-names/mmcls-vgg_bn.pth")
    save(state(norm=True, bias=False), "52-bias-false/bias-false.pth")
    conv = ["block1_conv1", "block2_conv1", "block3_conv1", "block3_conv2"]
    save(keras(net, conv + ["fc1", "fc2", "predictions"]), "54-keras-names/vgg-names.safetensors")
    save(keras(net, conv + ["dense", "dense_1", "dense_2"]), "54-keras-names/base-plus-dense.safetensors")
    save(keras(net, ["conv2d_5", "conv2d_6", "conv2d_7", "conv2d_8", "dense_3", "dense_4", "dense_5"]),
         "54-keras-names/sequential.safetensors")
    save(keras(net, conv + ["fc1", "fc2", "logits"]), "54-keras-names/other-head.safetensors")
    save(keras(net, conv + ["predictions"]), "54-keras-names/one-dense.safetensors")
    save(keras(net, conv + ["fc1", "fc2"]) | {"fc3/kernel": torch.rand(10, 9), "fc3/bias": torch.rand(9),
                                              "predictions/kernel": torch.rand(9, 5), "predictions/bias": torch.rand(5)},
         "54-keras-names/four-dense.safetensors")
    save(only_features(net), "60-features-from-file/features-prefixed.pth")
    torch.manual_seed(2)
    save(Tiny().state_dict(), "weights-names/tinyvgg.pth")
    save(Depthwise().state_dict(), "weights-names/mnasnet-names.pth")
    save(replaced(nn.Sequential(*features(), nn.Flatten(), nn.Linear(32, 10), nn.ReLU(), nn.Linear(10, 5)).state_dict()),
         "weights-names/one-sequential.pth")
    save(only_features(net) | {"fc.weight": torch.rand(5, 32), "fc.bias": torch.rand(5)}, "weights-names/fc-head.pth")
    save(only_features(net) | {"classifier.weight": torch.rand(5, 32), "classifier.bias": torch.rand(5)},
         "weights-names/classifier-unnumbered.pth")
    save(only_features(net) | OrderedDict(
        (f"classifier.{key}", tensor) for key, tensor in nn.Sequential(
            nn.Linear(32, 10), nn.BatchNorm1d(10), nn.ReLU(), nn.Linear(10, 5)).state_dict().items()),
        "weights-names/batch-norm-in-classifier.pth")


if __name__ == "__main__":
    main()
