#!/usr/bin/env python3
"""torchvision's and PyTorch's outputs for a photo, for the tests of `vgg predict`.

One command, from the repository's root:

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 torchvision==0.28.0 numpy safetensors==0.8.0 \\
        pillow==12.0.0 && .venv/bin/python Scripts/make-predict-goldens.py

Writes Tests/Golden/predict: weights that PyTorch initialised and saved, and the logits of a VGG of three blocks for
a photo after torchvision's ImageNet transform. Made with torch 2.13.0 and torchvision 0.28.0; computed in float64.
"""

import json
import pathlib

import torch
from PIL import Image
from safetensors.torch import save_file
from torch import nn

# PyPI's torchvision for processors without CUDA may lack its compiled operators, which transforms do not need;
# importing it registers their tracing, for which they must be declared.
operators = torch.library.Library("torchvision", "DEF")
for name in ["nms", "qnms", "roi_align", "roi_pool", "ps_roi_align", "ps_roi_pool", "deform_conv2d"]:
    for variant in [name, f"_{name}_backward"]:
        operators.define(f"{variant}(Tensor x) -> Tensor")

from torchvision import transforms  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "Tests/Golden/predict"
PHOTO = ROOT / "Tests/VGGDataTests/Golden/chelsea.jpg"


class Network(nn.Module):
    """[8, M, 16, M, 24, M], adaptive pooling to 3x3, one hidden layer: a small torchvision VGG."""

    def __init__(self):
        super().__init__()
        layers, channels = [], 3
        for v in [8, "M", 16, "M", 24, "M"]:
            if v == "M":
                layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
            else:
                layers += [nn.Conv2d(channels, v, kernel_size=3, padding=1), nn.BatchNorm2d(v), nn.ReLU()]
                channels = v
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d((3, 3))
        self.classifier = nn.Sequential(
            nn.Linear(24 * 3 * 3, 32), nn.ReLU(), nn.Dropout(), nn.Linear(32, 12))

    def forward(self, image):
        return self.classifier(torch.flatten(self.avgpool(self.features(image)), 1))


torch.manual_seed(5)
network = Network()
for norm in (module for module in network.modules() if isinstance(module, nn.BatchNorm2d)):
    norm.running_mean.normal_(0, 0.3)
    norm.running_var.uniform_(0.5, 2)
OUTPUT.mkdir(parents=True, exist_ok=True)
save_file(network.state_dict(), OUTPUT / "weights.safetensors")

transform = transforms.Compose([
    transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor(),
    transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])])
image = transform(Image.open(PHOTO).convert("RGB")).double()
with torch.no_grad():
    logits = network.eval().double()(image.unsqueeze(0))[0]
(OUTPUT / "logits.json").write_text(json.dumps([round(value, 9) for value in logits.tolist()]) + "\n")
