"""Batch normalisation of a batch that has a single value of a channel.

That is a last batch of one image, on a map of one pixel or a vector. PyTorch raises an
error. Here, as in `vgg train`, the channel's output is its bias, the image counts for
the layers after it, and the running statistics stay as they are.
"""

from typing import Any

from torch import Tensor, cat, nn


def accept_single_values(network: nn.Module) -> None:
    """From now on, the network's normalisation layers take such batches."""
    for layer in network.modules():
        if isinstance(layer, (nn.BatchNorm1d, nn.BatchNorm2d)):
            SingleValues(layer)


class SingleValues:
    """A normalisation layer's hooks: such a batch passes twice, and is returned once.

    The mean of two equal values is the value, so the output is the bias.
    """

    def __init__(self, layer: nn.BatchNorm1d | nn.BatchNorm2d) -> None:
        self.momentum = layer.momentum
        self.is_doubled = False
        layer.register_forward_pre_hook(self.before)
        layer.register_forward_hook(self.after)

    def before(self, layer: Any, inputs: tuple[Tensor, ...]) -> tuple[Tensor] | None:
        (values,) = inputs
        self.is_doubled = layer.training and values.numel() == values.shape[1]
        if not self.is_doubled:
            return None
        layer.momentum = 0.0
        return (cat([values, values]),)

    def after(
        self, layer: Any, inputs: tuple[Tensor, ...], output: Tensor
    ) -> Tensor | None:
        if not self.is_doubled:
            return None
        layer.momentum = self.momentum
        return output[:1]
