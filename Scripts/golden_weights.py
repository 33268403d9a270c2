"""Random weights for the modules that golden files are made from."""

import torch
from torch import nn


def randomize(module, generator):
    """Weights of a scale that keeps activations near 1, and batch-norm statistics that differ from the defaults."""
    for part in module.modules():
        if isinstance(part, (nn.Conv2d, nn.Linear)):
            fan_in = part.weight[0].numel()
            part.weight.data = torch.randn(part.weight.shape, generator=generator) * (2 / fan_in) ** 0.5
            if part.bias is not None:
                part.bias.data = torch.randn(part.bias.shape, generator=generator) * 0.1
        elif isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d)):
            part.weight.data = torch.rand(part.weight.shape, generator=generator) + 0.5
            part.bias.data = torch.randn(part.bias.shape, generator=generator) * 0.2
            part.running_mean.data = torch.randn(part.running_mean.shape, generator=generator) * 0.3
            part.running_var.data = torch.rand(part.running_var.shape, generator=generator) + 0.25
        elif isinstance(part, nn.PReLU):
            part.weight.data = torch.rand(part.weight.shape, generator=generator)
