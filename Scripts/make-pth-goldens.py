#!/usr/bin/env python3
"""Makes the .pth files of VGGWeightsTests with PyTorch, and the tensors that PyTorch reads from them.

One command, from the repository's root:

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy safetensors==0.8.0 \
        && .venv/bin/python Scripts/make-pth-goldens.py

Each set of tensors is saved three times: NAME.zip.pth (torch.save's zip archive, since 1.6), NAME.stream.pth (its
stream of pickles before) and NAME.safetensors, which holds what torch.load reads back, contiguous and copied. Streams
name their storages by addresses in memory, so their bytes differ from run to run; their tensors do not.
"""

import collections
import pathlib

import torch
from safetensors.torch import save_file
from torch import nn

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "Tests/VGGWeightsTests/Golden"
METADATA = {"made_with": f"Scripts/make-pth-goldens.py, torch {torch.__version__.split('+')[0]}"}


def network():
    """A state dict as nn.Module returns it: an OrderedDict with versions in its _metadata."""
    torch.manual_seed(11)
    parts = nn.Sequential(nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3), nn.ReLU(), nn.Linear(4, 5))
    parts(torch.randn(2, 2, 6, 6))
    return parts.state_dict()


def every_type():
    """Every type, with the values that conversions often get wrong, and NaN."""
    values = torch.tensor([0.0, -0.0, 1.5, -2.25, 1e-40, 3e38, float("inf"), float("-inf"), float("nan")])
    tensors = {str(type_).split(".")[1]: values.to(type_)
               for type_ in (torch.float32, torch.float64, torch.float16, torch.bfloat16)}
    whole = torch.tensor([0, 1, 5, 127])
    for type_ in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool):
        tensors[str(type_).split(".")[1]] = whole.to(type_)
    return tensors


def views():
    """Tensors that share storages, with strides and offsets of every kind."""
    base = torch.arange(60, dtype=torch.float32).reshape(3, 4, 5)
    half = torch.arange(24, dtype=torch.float16)
    return collections.OrderedDict(
        base=base, tied=base, transposed=base.permute(2, 0, 1), sliced=base[1:, ::2, 1:4], row=base[2, 3],
        element=base[1, 2, 3], column=base[:, 1, 4], broadcast=base[0, 0].expand(3, 5), empty=base[3:],
        single=base[1:2].transpose(0, 1), half=half, half_transposed=half.reshape(4, 6).t()[1:5],
        double=torch.arange(6, dtype=torch.float64).reshape(2, 3).t(),
        parameter=nn.Parameter(torch.arange(4.0)), channels_last=torch.arange(24.0).reshape(1, 2, 3, 4)
        .contiguous(memory_format=torch.channels_last))


def checkpoint():
    """A training script's state: the state dict of a module in DataParallel among other things."""
    model = nn.Linear(2, 3)
    with torch.no_grad():
        model.weight.copy_(torch.arange(6.0).reshape(3, 2))
        model.bias.copy_(torch.arange(3.0))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    return {"epoch": 12, "best_acc1": torch.tensor(71.5), "arch": "vgg16", "big": 1 << 80, "rate": 0.1, "none": None,
            "state_dict": nn.DataParallel(model).state_dict(), "optimizer": optimizer.state_dict()}


def tiny():
    """Weights for `input: [3, 8, 8]`, `features: [4, M]`, `classifier: {hidden: [], classes: 3}`."""
    torch.manual_seed(5)
    parts = {"features.0": nn.Conv2d(3, 4, 3), "classifier.0": nn.Linear(64, 3)}
    return {f"{name}.{key}": tensor for name, part in parts.items() for key, tensor in part.state_dict().items()}


def readable(loaded):
    """The expected tensors of a loaded file, under their expected names."""
    tensors = loaded.get("state_dict", loaded)
    return {name.removeprefix("module."): tensor.detach().clone(memory_format=torch.contiguous_format)
            for name, tensor in tensors.items()}


def main():
    for make in (network, every_type, views, checkpoint, tiny):
        name = make.__name__.replace("_", "-")
        contents = make()
        torch.save(contents, GOLDEN / f"{name}.zip.pth")
        torch.save(contents, GOLDEN / f"{name}.stream.pth", _use_new_zipfile_serialization=False)
        for container in ("zip", "stream"):
            loaded = torch.load(GOLDEN / f"{name}.{container}.pth", weights_only=True)
        save_file(readable(loaded), GOLDEN / f"{name}.safetensors", METADATA)
    # Newer protocols of pickle use other instructions for the same.
    for protocol in (3, 4, 5):
        torch.save(network(), GOLDEN / f"protocol{protocol}.zip.pth", pickle_protocol=protocol)


if __name__ == "__main__":
    main()
