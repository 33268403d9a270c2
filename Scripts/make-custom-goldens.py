#!/usr/bin/env python3
"""PyTorch's outputs for Configs/custom.yaml with vggc's seeded weights, for the tests of the emitted program.

    vggc emit --swift Configs/custom.yaml --package Custom --init 7
    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy safetensors==0.8.0
    .venv/bin/python Scripts/make-custom-goldens.py Custom/weights.safetensors > Tests/Golden/custom/logits-seed-7.json

The input is ((37 * i) mod 101) / 50 - 1 for each value i, in channels x height x width order. Computed in float64;
made with torch 2.13.0.
"""

import json
import sys

import torch
from safetensors.torch import load_file
from torch import nn

layers, channels = [], 3
for v in [64, 64, 64, "M", 128, 128, 128, "M", 256, 256, 256, "M"]:
    if v == "M":
        layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    else:
        layers += [nn.Conv2d(channels, v, kernel_size=3, padding=1), nn.ReLU()]
        channels = v


class Custom(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Sequential(
            nn.Linear(256 * 4 * 4, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(),
            nn.Linear(4096, 10))

    def forward(self, image):
        return self.classifier(torch.flatten(self.features(image), 1))


network = Custom()
network.load_state_dict(load_file(sys.argv[1]))
network.eval().double()
values = torch.tensor([((37 * i) % 101) / 50 - 1 for i in range(3 * 32 * 32)], dtype=torch.float32)
with torch.no_grad():
    logits = network(values.double().reshape(1, 3, 32, 32))[0]
print(json.dumps([round(value, 9) for value in logits.tolist()]))
