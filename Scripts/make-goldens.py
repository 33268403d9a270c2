#!/usr/bin/env python3
"""Makes the golden files of VGGRuntimeTests and VGGWeightsTests with PyTorch, the independent reference.

One command, from the repository's root:

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy safetensors==0.8.0 pillow==12.0.0 \
        && .venv/bin/python Scripts/make-goldens.py

Made with torch 2.13.0, safetensors 0.8.0 and Pillow 12.0.0; the same versions produce the same bytes. Each file
holds an input, the weights under torchvision's names and the output. Inputs and weights are float32; outputs are
computed in float64 and rounded once, so that they carry no rounding error of a particular kernel.
"""

import pathlib

import torch
from golden_weights import randomize
from PIL import Image
from pillow_transform import resized_and_cropped
from safetensors.torch import save_file
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "Tests/VGGRuntimeTests/Golden"
WEIGHTS = ROOT / "Tests/VGGWeightsTests/Golden"
METADATA = {"made_with": f"Scripts/make-goldens.py, torch {torch.__version__.split('+')[0]}"}


def save(name, module, shape, seed, scale=1.0):
    """Writes `name`.safetensors: the output of `module` with random weights for a random input."""
    generator = torch.Generator().manual_seed(seed)
    randomize(module, generator)
    module.eval()
    # A copy in float32 keeps num_batches_tracked, as real files have it.
    tensors = {key: value.clone() for key, value in module.state_dict().items()}
    tensors["input"] = torch.randn(shape, generator=generator) * scale
    with torch.no_grad():
        tensors["output"] = module.double()(tensors["input"].double().unsqueeze(0)).squeeze(0).float()
    save_file({key: value.contiguous() for key, value in tensors.items()},
              RUNTIME / f"{name}.safetensors", METADATA)


class DenseLinear(nn.Linear):
    """A linear layer, stored as such, applied to every window of a map."""

    def __init__(self, channels, outputs, *kernel):
        super().__init__(channels * kernel[0] * kernel[1], outputs)
        self.window = (channels, *kernel)

    def forward(self, x):
        return nn.functional.conv2d(x, self.weight.unflatten(1, self.window), self.bias)


class Named(nn.Module):
    """A network whose parts have torchvision's names."""

    def __init__(self, *features, classifier=()):
        super().__init__()
        self.features = nn.Sequential(*features)
        self.classifier = nn.Sequential(*classifier)

    def forward(self, x):
        x = self.features(x)
        return self.classifier(x.flatten(1)) if len(self.classifier) else x


LAYERS = {
    "conv3x3": (nn.Conv2d(3, 5, 3, padding=1), [3, 7, 6]),
    "conv3x3-no-bias": (nn.Conv2d(4, 3, 3, padding=1, bias=False), [4, 5, 5]),
    "conv3x3-one-pixel": (nn.Conv2d(2, 3, 3, padding=1), [2, 1, 1]),
    "conv1x1": (nn.Conv2d(6, 4, 1), [6, 5, 3]),
    "conv2d-5x5-strided": (nn.Conv2d(2, 3, 5, stride=2, padding=2, bias=False), [2, 9, 11]),
    "conv2d-3x3-unpadded": (nn.Conv2d(3, 4, 3, stride=2), [3, 8, 7]),
    "conv2d-7x7-stride-3": (nn.Conv2d(2, 2, 7, stride=3, padding=3), [2, 10, 4]),
    "conv2d-1x1-padded": (nn.Conv2d(2, 3, 1, stride=2, padding=2), [2, 4, 5]),
    "conv2d-2x2": (nn.Conv2d(2, 3, 2, padding=1), [2, 4, 3]),
    "batch-norm": (nn.BatchNorm2d(4), [4, 5, 3]),
    "relu": (nn.ReLU(), [2, 3, 5]),
    "max-pool": (nn.MaxPool2d(2), [3, 6, 8]),
    "max-pool-odd": (nn.MaxPool2d(2, 2), [2, 7, 5]),
    "max-pool-overlapping": (nn.MaxPool2d(3, 2), [2, 7, 9]),
    "max-pool-padded": (nn.MaxPool2d(3, 2, padding=1), [2, 8, 7]),
    "max-pool-ceil": (nn.MaxPool2d(3, 2, ceil_mode=True), [2, 6, 8]),
    "max-pool-ceil-odd": (nn.MaxPool2d(2, 2, ceil_mode=True), [2, 7, 5]),
    "max-pool-ceil-last-window": (nn.MaxPool2d(2, 3, padding=1, ceil_mode=True), [2, 4, 7]),
    "max-pool-ceil-small": (nn.MaxPool2d(5, 2, ceil_mode=True), [2, 4, 6]),
    "avg-pool": (nn.AvgPool2d(2), [3, 7, 6]),
    "avg-pool-overlapping": (nn.AvgPool2d(3, 1), [2, 5, 4]),
    "lrn-paper": (nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2.0), [7, 3, 2]),
    "lrn-strong": (nn.LocalResponseNorm(3, alpha=1.5, beta=0.5, k=1.0), [5, 2, 3]),
    "lrn-even-size": (nn.LocalResponseNorm(4, alpha=1.0, beta=0.75, k=1.0), [6, 2, 3]),
    "lrn-wider-than-channels": (nn.LocalResponseNorm(9, alpha=1.0, beta=0.75, k=1.0), [3, 2, 2]),
    "adaptive-even": (nn.AdaptiveAvgPool2d((4, 2)), [2, 8, 6]),
    "adaptive-uneven": (nn.AdaptiveAvgPool2d((3, 2)), [2, 7, 5]),
    "adaptive-enlarging": (nn.AdaptiveAvgPool2d((7, 7)), [2, 3, 2]),
    "adaptive-global": (nn.AdaptiveAvgPool2d((1, 1)), [3, 5, 4]),
    "linear": (nn.Linear(37, 5), [37]),
    "linear-no-bias": (nn.Linear(16, 3, bias=False), [16]),
    # Rectangles, dilation, groups, the options of means; added last, so that the others keep their seeds.
    "conv2d-rectangle": (nn.Conv2d(3, 4, (3, 5), stride=(2, 1), padding=(0, 2)), [3, 9, 7]),
    "conv2d-one-row": (nn.Conv2d(2, 3, (1, 7), padding=(0, 3)), [2, 4, 6]),
    "conv2d-dilated": (nn.Conv2d(6, 5, 3, padding=2, dilation=2), [6, 8, 7]),
    "conv2d-dilated-rectangle": (nn.Conv2d(3, 4, (3, 2), stride=(1, 2), padding=(3, 1), dilation=(3, 4)), [3, 6, 11]),
    "conv2d-depthwise": (nn.Conv2d(20, 20, 3, padding=1, groups=20), [20, 6, 5]),
    "conv2d-depthwise-strided": (nn.Conv2d(5, 5, 5, stride=2, padding=2, groups=5, bias=False), [5, 9, 8]),
    "conv2d-depthwise-multiplied": (nn.Conv2d(3, 12, 3, padding=2, dilation=2, groups=3), [3, 6, 6]),
    "conv2d-groups": (nn.Conv2d(6, 9, 3, padding=1, groups=3), [6, 5, 4]),
    "conv2d-groups-of-blocks": (nn.Conv2d(32, 64, 1, groups=2), [32, 3, 2]),
    "max-pool-rectangle": (nn.MaxPool2d((1, 3), (2, 1), padding=(0, 1)), [2, 5, 6]),
    "avg-pool-rectangle": (nn.AvgPool2d((2, 3), (2, 1)), [2, 6, 5]),
    "avg-pool-padded": (nn.AvgPool2d(3, 2, padding=1), [2, 7, 8]),
    "avg-pool-padded-uncounted": (nn.AvgPool2d(3, 2, padding=1, count_include_pad=False), [2, 7, 8]),
    "avg-pool-ceil": (nn.AvgPool2d(3, 2, padding=1, ceil_mode=True), [2, 6, 8]),
    "avg-pool-ceil-uncounted": (nn.AvgPool2d(3, 2, padding=1, ceil_mode=True, count_include_pad=False), [2, 6, 8]),
    "leaky-relu": (nn.LeakyReLU(0.1), [2, 3, 5]),
    "elu": (nn.ELU(0.5), [2, 3, 5]),
    "prelu": (nn.PReLU(), [3, 3, 5]),
    "gelu": (nn.GELU(), [2, 3, 5]),
    "silu": (nn.SiLU(), [2, 3, 5]),
    "sigmoid": (nn.Sigmoid(), [2, 3, 5]),
    "tanh": (nn.Tanh(), [2, 3, 5]),
    "global-max": (nn.AdaptiveMaxPool2d(1), [3, 5, 4]),
    "batch-norm-vector": (nn.BatchNorm1d(19), [19]),
    "dense-linear": (DenseLinear(6, 20, 3, 2), [6, 7, 5]),
    "dense-linear-1x1": (DenseLinear(19, 5, 1, 1), [19, 4, 3]),
}


def conv(inputs, outputs, kernel=3, bias=True):
    return nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=bias)


NETWORKS = {
    # Odd input, a 1x1 convolution as in configuration C.
    "network-plain": (
        Named(
            conv(3, 6), nn.ReLU(), nn.MaxPool2d(2, 2),
            conv(6, 8), nn.ReLU(), conv(8, 8, 1), nn.ReLU(), nn.MaxPool2d(2, 2),
            classifier=(nn.Linear(8 * 3 * 2, 12), nn.ReLU(), nn.Dropout(), nn.Linear(12, 10))),
        [3, 13, 11]),
    "network-batch-norm": (
        Named(
            conv(3, 4), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2, 2),
            conv(4, 6), nn.BatchNorm2d(6), nn.ReLU(), conv(6, 6), nn.BatchNorm2d(6), nn.ReLU(),
            nn.MaxPool2d(2, 2), nn.AdaptiveAvgPool2d(1),
            classifier=(nn.Linear(6, 5),)),
        [3, 12, 8]),
    # Local response normalisation, a strided convolution, uneven bins, softmax at the end.
    "network-lrn": (
        Named(
            nn.Conv2d(3, 6, 5, stride=2, padding=1), nn.ReLU(),
            nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2.0), nn.MaxPool2d(3, 2, ceil_mode=True),
            conv(6, 8, bias=False), nn.ReLU(), nn.AdaptiveAvgPool2d((3, 2)),
            classifier=(nn.Linear(8 * 3 * 2, 10), nn.ReLU(), nn.Linear(10, 4), nn.Softmax(1))),
        [3, 20, 16]),
}


def photo(name, mode, width, height, seed):
    """A picture with edges, smooth parts and noise, written as binary PPM or PGM."""
    generator = torch.Generator().manual_seed(seed)
    y, x = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    waves = [torch.sin(x / (3 + c) + c) * torch.cos(y / (5 - c)) for c in range(3)]
    pixels = torch.stack(waves, -1) * 90 + 128 + torch.randn(height, width, 3, generator=generator) * 25
    pixels[height // 3: height // 2, width // 4: width // 2] = torch.tensor([255.0, 0.0, 128.0])
    image = Image.fromarray(pixels.clamp(0, 255).byte().numpy()).convert(mode)
    image.save(RUNTIME / f"{name}.{'ppm' if mode == 'RGB' else 'pgm'}")
    return image


def preprocess(image, channels, resize, height, width, mean, deviation):
    """torchvision's Resize, CenterCrop, ToTensor and Normalize on a Pillow image."""
    image = resized_and_cropped(image.convert("RGB" if channels == 3 else "L"), resize, height, width)
    values = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8)
    values = values.reshape(height, width, channels).permute(2, 0, 1).float() / 255
    shape = (channels, 1, 1)
    return (values - torch.tensor(mean).reshape(shape)) / torch.tensor(deviation).reshape(shape)


IMAGENET = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
# name: mode, width, height, channels, resize, crop height, crop width
PHOTOS = {
    "photo-shrunk": ("RGB", 53, 37, 3, 20, 16, 16),
    "photo-tall": ("RGB", 21, 64, 3, 17, 14, 15),
    "photo-enlarged": ("RGB", 9, 11, 3, 24, 20, 20),
    "photo-as-it-is": ("RGB", 12, 10, 3, 10, 9, 7),
    "photo-smaller-than-crop": ("RGB", 30, 20, 3, 10, 13, 14),
    "photo-grey": ("L", 25, 31, 3, 14, 12, 12),
    "photo-to-grey": ("RGB", 25, 31, 1, 14, 12, 12),
}


def weight_types():
    """Every floating-point type that weights are read in, with the float32 values expected of them."""
    values = torch.tensor([0.0, -0.0, 1.0, -2.5, 65504.0, 6.1e-5, 5.96e-8, -3.0e-7, 0.1, float("inf"), float("nan")])
    tensors = {"count": torch.tensor(7), "mask": torch.tensor([True, False]), "empty": torch.zeros(0, 3),
               "scalar": torch.tensor(0.5)}
    for name, kind in [("f16", torch.float16), ("bf16", torch.bfloat16), ("f32", torch.float32), ("f64", torch.float64)]:
        tensors[name] = (values.double() * (1 + 1e-9)).to(kind)
        tensors[f"{name}.expected"] = tensors[name].float().clone()
    save_file(tensors, WEIGHTS / "types.safetensors", METADATA)


def main():
    for directory in (RUNTIME, WEIGHTS):
        directory.mkdir(parents=True, exist_ok=True)
    for seed, (name, (module, shape)) in enumerate(LAYERS.items()):
        is_flat = isinstance(module, (nn.Linear, nn.BatchNorm1d)) and not isinstance(module, DenseLinear)
        save(name, Named(classifier=(module,)) if is_flat else Named(module), shape, seed)
    save("softmax", Named(classifier=(nn.Softmax(1),)), [11], 50, scale=30.0)
    for seed, (name, (module, shape)) in enumerate(NETWORKS.items()):
        save(name, module, shape, 100 + seed)
    for seed, (name, (mode, width, height, channels, *sizes)) in enumerate(PHOTOS.items()):
        image = photo(name, mode, width, height, 200 + seed)
        mean, deviation = IMAGENET if channels == 3 else ([0.45], [0.225])
        output = preprocess(image, channels, *sizes, mean, deviation)
        save_file({"output": output.contiguous()}, RUNTIME / f"{name}.safetensors", METADATA)
    weight_types()


if __name__ == "__main__":
    main()
