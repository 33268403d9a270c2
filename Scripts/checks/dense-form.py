#!/usr/bin/env python3
"""Compares the emitted dense form with torchvision's VGG, converted to convolutions by hand.

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0
    .venv/bin/python Scripts/checks/dense-form.py FOLDER

FOLDER holds the built `vggc`, such as .build/debug. Networks of several sizes are emitted flattened and dense, and compared
in float64:

- the dense module accepts the flattened one's state dict, with `strict=True`;
- its scores are those of the flattened module's features, each linear layer's weight viewed as a convolution's
  (outputs x channels x height x width), ReLU between them, and the mean over the places: the paper's section 3.2;
- if the map has the window's size, they are the flattened module's scores;
- its gradients are those of the convolutions.

Exit status: 0 all agree, 1 some do not, 64 usage error, 69 torch is not installed.
"""

import pathlib
import subprocess
import sys
import tempfile

try:
    import torch
    from torch import nn
except ImportError:
    print("torch is not installed for this Python", file=sys.stderr)
    sys.exit(69)

FEATURES = "[8, M, 16, M, 24, 24, M]"
# Image, window, hidden layers.
CASES = [((56, 56), (7, 7), [32, 20]), ((64, 64), (7, 7), [32, 20]), ((96, 120), (7, 7), [32, 20]),
         ((48, 72), (4, 6), []), ((50, 47), (3, 2), [17])]


def emitted(vggc, folder, name, text):
    """An instance of the module that vggc emits, in float64."""
    (folder / f"{name}.yaml").write_text(text)
    source = subprocess.run([vggc, "emit", "--pytorch", folder / f"{name}.yaml"], check=True, capture_output=True, text=True)
    scope = {"__name__": name}
    exec(compile(source.stdout, f"{name}.py", "exec"), scope)
    return scope[name.capitalize()]().double().eval()


def by_hand(flattened, window, x):
    """The scores of the flattened module's layers, run as convolutions."""
    x = flattened.features(x)
    for module in flattened.classifier:
        if isinstance(module, nn.Linear):
            x = nn.functional.conv2d(x, module.weight.reshape(module.out_features, x.shape[1], *window), module.bias)
            window = (1, 1)
        else:
            x = module(x)
    return x.mean((2, 3))


def check(vggc, folder, size, window, hidden):
    """The largest error of values and gradients, relative to the largest of them."""
    # An image whose map is the window, for the flattened form.
    small = tuple(8 * side for side in window)
    classifier = f"hidden: {hidden}, classes: 10"
    rest = f"features: {FEATURES}\nclassifier: "
    flattened = emitted(vggc, folder, "flat", f"input: [3, {small[0]}, {small[1]}]\n{rest}{{{classifier}}}\n")
    dense = emitted(vggc, folder, "dense",
                    f"input: [3, {size[0]}, {size[1]}]\n{rest}{{dense: {list(window)}, {classifier}}}\n")
    torch.manual_seed(1)
    for value in flattened.parameters():
        nn.init.normal_(value, std=(1 / max(value[0].numel(), 1)) ** 0.5)
    dense.load_state_dict(flattened.state_dict(), strict=True)
    image = torch.randn(2, 3, *size, dtype=torch.float64)
    values, expected = dense(image), by_hand(flattened, window, image)
    errors = [((values - expected).abs().max() / expected.abs().max()).item()]
    if flattened.features(image).shape[2:] == window:
        errors.append(((values - flattened(image)).abs().max() / expected.abs().max()).item())
    values.square().sum().backward()
    expected.square().sum().backward()
    for (name, one), other in zip(dense.named_parameters(), flattened.parameters()):
        errors.append(((one.grad - other.grad).abs().max() / other.grad.abs().max()).item())
    return max(errors)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    vggc = pathlib.Path(sys.argv[1]).resolve() / "vggc"
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        for size, window, hidden in CASES:
            error = check(vggc, pathlib.Path(scratch), size, window, hidden)
            print(f"{size[0]} x {size[1]}, window {window}, hidden {hidden}: {error:.1e}")
            failures += not error < 1e-12
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
