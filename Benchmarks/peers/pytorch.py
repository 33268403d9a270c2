"""PyTorch: eager by default, and two settings that make it faster.

Which of the two wins differs from line to line, so both are run. Channels-last was also tried, and is not faster than
oneDNN's blocked layout, which it resembles; `torch.jit`'s optimize_for_inference is slower than either.
"""

import torch
from safetensors.torch import load_file

from peers import files
from peers.networks import CONV, MEAN, POOL


def module_of(layer):
    """The layer without its numbers, which come from the weight file."""
    if layer.kind == POOL:
        return torch.nn.MaxPool2d(layer.kernel, layer.stride, layer.padding)
    if layer.kind == MEAN:
        return torch.nn.AdaptiveAvgPool2d(1)
    if layer.kind == CONV:
        return torch.nn.Conv2d(
            layer.inputs, layer.outputs, layer.kernel, layer.stride, layer.padding, layer.dilation, layer.groups,
            device="meta")
    return torch.nn.Linear(layer.inputs, layer.outputs, device="meta")


def build(network, folder):
    tensors = load_file(files.weights(folder))
    modules = []
    for layer in network.layers():
        module = module_of(layer)
        for name, _ in list(module.named_parameters()):
            setattr(module, name, torch.nn.Parameter(tensors[f"{layer.name}.{name}"], requires_grad=False))
        if isinstance(module, torch.nn.Linear) and not any(isinstance(each, torch.nn.Flatten) for each in modules):
            modules.append(torch.nn.Flatten())
        modules.append(module)
        if layer.norm:
            norm = torch.nn.BatchNorm2d(layer.outputs)
            norm.load_state_dict(
                {name: tensors.get(f"{layer.norm}.{name}", value) for name, value in norm.state_dict().items()})
            modules.append(norm.requires_grad_(False))
        if layer.relu:
            modules.append(torch.nn.ReLU(inplace=True))
    return torch.nn.Sequential(*modules).eval()


class Eager:
    def __init__(self, network, folder, batch, threads, pictures):
        torch.set_num_threads(threads)
        self.model = build(network, folder)
        self.pictures = torch.from_numpy(pictures)

    def run(self):
        with torch.inference_mode():
            return self.model(self.pictures).numpy()


class Blocked(Eager):
    """Weights reordered once, activations kept in oneDNN's layout from layer to layer."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        from torch.utils import mkldnn
        self.model = mkldnn.to_mkldnn(self.model)

    def run(self):
        with torch.inference_mode():
            return self.model(self.pictures.to_mkldnn()).to_dense().numpy()


class Compiled(Eager):
    """torch.compile with frozen weights; needs a C++ compiler, and seconds for the first answer."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        import torch._inductor.config
        torch._inductor.config.freezing = True
        self.model = torch.compile(self.model)

    def run(self):
        with torch.no_grad():
            return self.model(self.pictures).numpy()
