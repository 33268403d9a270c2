#!/usr/bin/env python3
"""Checks that PyTorch accepts the modules that `vggc emit --pytorch` writes and computes the same: the check of the emitter.

    swift build
    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy==2.4.6 safetensors==0.8.0 black==26.10.1 mypy ruff
    .venv/bin/python Scripts/checks/pytorch-modules.py [--full] [--bin .build/debug]

PyPI's torch for Linux includes CUDA; to save its gigabytes, let PIP_FIND_LINKS or PIP_EXTRA_INDEX_URL name a place
that has the `+cpu` wheel.

For each network of a table (all of Configs at a small input, and every layer kind at sizes that are not divisible):

- the emitted source is formatted as by Black, `mypy --strict` and `ruff` with the rules I and UP find nothing, and
  Python runs it;
- weights that vggc initialised load into the module, strictly;
- with those weights, and again with normalisation statistics and biases drawn at random, saved from the module, the
  logits agree with the native runtime's to 1e-4 of the largest, at float32 (`vgg predict`, on a `.f32` input);
- so do the values of its taps, after the whole pass, in which a wrong in-place ReLU would overwrite them;
- a backward pass runs through it, which a wrong in-place ReLU would break;
- for a network with taps, `torch.jit.script` and `torch.export` output the same, and its state dict and its output are
  those of the network without taps;
- its `labels` and `preprocessing` are those of `vggc emit --json`;
- `print(model.features)` is the output of `vggc emit --pytorch --sequential`, character for character.

`--full` adds configuration D unchanged, 553 MB of weights. Exits with 1 if one of these does not hold.
"""

import argparse
import contextlib
import importlib.util
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import torch
from safetensors.torch import load_file, save_file
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLERANCE = 1e-4  # of the largest logit
SMALL = "classifier: {hidden: [64, 48], dropout: 0.5, classes: 10}"


def small(path):
    """A classifier of few weights; none if a file's network ends before it, with a window that fits if it is dense."""
    if re.search(r"until: relu\d_", path.read_text()):
        return ""
    return SMALL.replace("{", "{dense: 1, ") if path.stem == "dense" else SMALL


# name: configuration
NETWORKS = {
    **{
        f"{path.stem} at 3x32x32": f"extends: {path}\ninput: [3, 32, 32]\n{small(path)}\n"
        for path in sorted((ROOT / "Configs").glob("*.yaml")) if path.stem != "vgg-paper"
    },
    "d at 3x77x45": f"extends: D\ninput: [3, 77, 45]\n{SMALL}\n",
    "vgg16_bn at 3x250x310": f"extends: vgg16_bn\ninput: [3, 250, 310]\n{SMALL}\n",
    "one linear layer": "input: [1, 5, 4]\nfeatures: [M]\nclassifier: [{linear: 3}]\n",
    "LRN": "input: [3, 17, 19]\nfeatures: [8, LRN, M, 12, {lrn: 4, alpha: 0.5, beta: 0.6, k: 1.5}]\n" + SMALL,
    "LRN of one channel and of more than there are":
        "input: [2, 9, 9]\nfeatures: [{lrn: 1, alpha: 0.3}, 3, {lrn: 9, alpha: 2, k: 1}]\n" + SMALL,
    "ceil mode": "input: [3, 37, 29]\nfeatures: [6, {maxpool: 3, stride: 2, ceil: true}, 7, "
                 "{maxpool: 2, stride: 2, padding: 1, ceil: true}, {maxpool: 3, stride: 3, padding: 1, ceil: true}]\n"
                 + SMALL,
    "1x1 and 5x5 and strides": "input: [3, 31, 26]\nfeatures: [conv1-9, {conv: 8, kernel: 5, stride: 2, padding: 1}, "
                               "{conv: 5, kernel: 2, stride: 3, bias: false}, conv1-16]\n" + SMALL,
    "uneven adaptive pooling": "input: [3, 23, 19]\nfeatures: [8, M]\navgpool: [7, 5]\n" + SMALL,
    "adaptive pooling that enlarges": "input: [3, 8, 8]\nfeatures: [8, M, M]\navgpool: [3, 7]\n" + SMALL,
    "global average pooling": "input: [4, 13, 11]\nfeatures: [8, M, 20]\navgpool: 1\n"
                              "classifier: {hidden: [], classes: 4}\n",
    "average pooling and dropout": "input: [3, 14, 15]\nfeatures: [8, {dropout: 0.3}, {avgpool: 2, stride: 2}, "
                                   "{avgpool: 3, stride: 1}]\n" + SMALL,
    "a map": "input: [3, 11, 9]\nbatch_norm: true\nfeatures: [6, M, 9, LRN]\navgpool: [2, 3]\nclassifier: none\n",
    "until a convolution": "input: [3, 11, 9]\nbatch_norm: true\nfeatures: [6, M, 9, M]\nuntil: conv2_1\n",
    "dense": "input: [3, 23, 28]\nfeatures: [6, M, 9, M]\nclassifier: {dense: [3, 4], hidden: [17, 6], classes: 5}\n",
    "dense, scores alone": "input: [1, 12, 9]\nactivation: silu\nfeatures: [6]\nclassifier: {dense: 7, hidden: [], classes: 4}\n",
    "until a dense layer": "input: [3, 12, 9]\nfeatures: [6, M]\nclassifier: {dense: 2, hidden: [7], classes: 5}\nuntil: fc3\n",
    "until a hidden layer": "input: [3, 11, 9]\nfeatures: [6, M, 9, M]\nclassifier: {hidden: [7, 6], classes: 5}\nuntil: fc4\n",
    "softmax and layers without bias": "input: [3, 9, 9]\nbatch_norm: true\nfeatures: [{conv: 6, bias: false}, M]\n"
                                       "classifier: [{linear: {out: 9, bias: false}}, relu, {dropout: 0.5}, "
                                       "{linear: 5}, softmax]\n",
    "taps": "input: [3, 14, 13]\nbatch_norm: true\nfeatures: [6, M, {conv: 9, activation: leaky_relu}, {dropout: 0.2}, 7, M]\n"
            "avgpool: [3, 2]\nclassifier: [{linear: 9}, relu, {dropout: 0.5}, {linear: 5}]\n"
            "taps: [relu3, conv1_1, bn2_1, features.10, pool2, avgpool, flatten, fc3]\n",
    "taps of convolutions": "input: [3, 14, 13]\nfeatures: [6, 5, M, {conv: 7, activation: elu}, batch_norm, relu]\n"
                            "classifier: none\ntaps: [conv1_1, conv1_2, conv2_1, bn2_1]\n",
    "odd orders": "input: [3, 9, 9]\nfeatures: [LRN, {dropout: 0.1}, M]\n"
                  "classifier: [relu, relu, {linear: 7}, softmax, relu, {linear: 4}, softmax, {dropout: 0.5}]\n",
    **{
        f"{name} after convolutions, as entry and in the classifier":
            f"input: [3, 14, 13]\nactivation: {name}\nfeatures: [8, M, {{conv: 17, activation: none}}, {name}, M, {name}]\n"
            f"classifier: [{name}, {{linear: 9}}, {name}, {{linear: 5}}]\n"
        for name in ["relu", "leaky_relu", "{leaky_relu: 0.3}", "elu", "{elu: 0.5}", "prelu", "gelu", "silu", "sigmoid",
                     "tanh"]
    },
    "no activation": "input: [3, 9, 9]\nactivation: none\nfeatures: [6, M, 5]\n" + SMALL,
    "norms as entries": "input: [3, 15, 12]\nfeatures: [batch_norm, 6, batch_norm, M, {conv: 9, batch_norm: true, "
                        "activation: none}, batch_norm, M, batch_norm]\n"
                        "classifier: [{linear: 9}, batch_norm, relu, {linear: {out: 5, bias: false}}, batch_norm]\n",
    "global pooling": "input: [3, 15, 12]\nfeatures: [6, M, 19, {global: average}, conv1-12, {global: max}]\n" + SMALL,
    "every kind":
        "input: [3, 37, 29]\nbatch_norm: true\n"
        "features: [8, {conv: 12, kernel: 5, stride: 2, padding: 1, bias: false}, LRN, "
        "{maxpool: 3, stride: 2, padding: 1, ceil: true}, conv1-10, {dropout: 0.25}, {avgpool: 2, stride: 2}]\n"
        "avgpool: [3, 2]\nclassifier: [{linear: {in: 60, out: 20, bias: false}}, relu, {dropout: 0.5}, {linear: 7}]\n"
        "labels: [a, 'b \"c\"', d, e, f, g, h]\npreprocess: {resize: [40, 30], interpolation: nearest, mean: 0.5}\n",
    "photos of any size": "input: [1, 8, 8]\nfeatures: [4]\npreprocess: {resize: none, std: 0.25}\n"
                          "classifier: {hidden: [], classes: 2}\nlabels: [cat, dog]\n",
}


class Wrong(Exception):
    """A check that fails."""


def run(*words):
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if result.returncode:
        raise Wrong(f"{' '.join(map(str, words))} gave {result.returncode}: {result.stderr.strip()}")
    return result.stdout


def emitted_class(path):
    """The only network class of an emitted file; a class of layers extends another module than `nn.Module`."""
    specification = importlib.util.spec_from_file_location("emitted", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    classes = [value for value in vars(module).values() if isinstance(value, type) and value.__base__ is nn.Module]
    if len(classes) != 1:
        raise Wrong(f"{path} has {len(classes)} classes")
    return classes[0]


def randomised(model):
    """New normalisation statistics and biases, which initial weights leave at 0 and 1."""
    for module in model.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 2)
            nn.init.uniform_(module.weight, 0.5, 1.5)
        if getattr(module, "bias", None) is not None:
            nn.init.normal_(module.bias, 0, 0.2)
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0, 1 / module.in_features**0.5)


def outputs(model, image):
    """The output and the taps for a batch."""
    answer = model(image)
    return answer if isinstance(answer, tuple) else (answer, {})


def apart(native, wanted):
    """The largest difference between two tensors, relative to the largest value of the second."""
    native = torch.tensor(native).reshape(wanted.shape)
    if not torch.isfinite(wanted).all():
        raise Wrong("PyTorch's values are not finite")
    return ((native - wanted).abs().max() / wanted.abs().max()).item()


def difference(vgg, configuration, weights, model, image, folder):
    """The largest difference between the two answers, relative to the largest of PyTorch's."""
    (folder / "image.f32").write_bytes(image.numpy().tobytes())
    answer = json.loads(
        run(vgg, "predict", configuration, "--weights", weights, "--format", "json", folder / "image.f32"))
    values = next(answer[name] for name in ("logits", "probabilities", "features") if name in answer)
    with torch.no_grad():
        logits, taps = outputs(model.eval(), image.unsqueeze(0))
    shape = answer.get("shape", [len(values)])
    if shape != list(logits[0].shape):
        raise Wrong(f"{shape} values from vgg, {tuple(logits.shape)} from PyTorch")
    native = answer.get("taps", {})
    if list(native) != list(taps) or any(native[name]["shape"] != list(taps[name][0].shape) for name in taps):
        raise Wrong(f"taps {list(native)} from vgg, {list(taps)} from PyTorch, or of other shapes")
    return max([apart(values, logits[0])] + [apart(native[name]["values"], taps[name][0]) for name in taps])


def check_taps(vggc, text, model, image, folder):
    """Checks that the scripted and exported modules output the same, and that the output is that of the network without taps."""
    batch = torch.stack([image, -image])
    with torch.no_grad():
        output, taps = outputs(model.eval(), batch)
        for name, made in [("script", torch.jit.script(model)), ("export", torch.export.export(model, (batch,)).module())]:
            again, others = made(batch)
            if list(others) != list(taps) or not all(torch.equal(others[name], taps[name]) for name in taps):
                raise Wrong(f"torch's {name} returns other taps")
            if not torch.equal(again, output):
                raise Wrong(f"torch's {name} returns another output")
        (folder / "plain.yaml").write_text(
            "\n".join(line for line in text.splitlines() if not line.startswith("taps:"))
            + ("\ntaps: []\n" if "extends:" in text else "\n"))
        run(vggc, "emit", "--pytorch", folder / "plain.yaml", "-o", folder / "plain.py")
        plain = emitted_class(folder / "plain.py")()
        plain.load_state_dict(model.state_dict(), strict=True)
        if list(plain.state_dict()) != list(model.state_dict()) or not torch.equal(plain.eval()(batch), output):
            raise Wrong("the network without taps has another output or state dict")


def check_settings(vggc, configuration, model):
    """The class attributes are the configuration's settings, as `vggc emit --json` lists them."""
    graph = json.loads(run(vggc, "emit", "--json", configuration))
    stated, photo = graph["preprocessing"], model.preprocessing
    channels = len(photo.mean)
    mean, std = (values * channels if len(values) == 1 else values for values in (stated["mean"], stated["std"]))
    resize = {"cover": list(photo.cover)} if photo.cover else photo.resize
    if (json.loads(json.dumps(resize)), photo.interpolation, list(photo.crop), list(photo.mean), list(photo.std)) != (
            stated["resize"], stated["interpolation"], stated["crop"], mean, std):
        raise Wrong(f"the class has {photo}, but the configuration {stated}")
    if list(getattr(model, "labels", ())) != (graph.get("labels") or []):
        raise Wrong(f"the class has the labels {model.labels}")


def check(text, binaries, folder):
    """The larger of the two differences."""
    vggc, vgg = binaries / "vggc", binaries / "vgg"
    configuration, source = folder / "network.yaml", folder / "network.py"
    configuration.write_text(text)
    run(vggc, "emit", "--pytorch", configuration, "-o", source)
    run(sys.executable, "-m", "black", "--quiet", "--check", source)
    model = emitted_class(source)()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        print(model.features)
    sequential = run(vggc, "emit", "--pytorch", "--sequential", configuration)
    if printed.getvalue() != sequential:
        raise Wrong(f"PyTorch prints\n{printed.getvalue()}but vggc prints\n{sequential}")

    check_settings(vggc, configuration, model)
    image = torch.randn(json.loads(run(vggc, "summary", configuration, "--format", "json"))["models"][0]["input"])
    weights = folder / "seeded.safetensors"
    run(vggc, "weights", "init", configuration, "--seed", 7, "-o", weights)
    model.load_state_dict(load_file(weights), strict=True)
    largest = difference(vgg, configuration, weights, model, image, folder)
    randomised(model)
    saved = {name: value for name, value in model.state_dict().items() if not name.endswith("num_batches_tracked")}
    save_file(saved, folder / "random.safetensors")
    largest = max(largest, difference(vgg, configuration, folder / "random.safetensors", model, image, folder))
    if not largest <= TOLERANCE:
        raise Wrong(f"logits differ by {largest:.1e}")

    output, taps = outputs(model.train(), torch.stack([image, -image]))
    (output.sum() + sum(tap.square().sum() for tap in taps.values())).backward()
    if taps:
        check_taps(vggc, text, model, image, folder)
    return largest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="also check configuration D unchanged")
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / ".build/debug", help="the folder of vggc and vgg")
    arguments = parser.parse_args()
    networks = NETWORKS | ({"d": "extends: D\n"} if arguments.full else {})
    torch.manual_seed(1)
    print(f"PyTorch {torch.__version__}; the largest difference of a logit, over the largest logit")
    failures = 0
    sources = tempfile.TemporaryDirectory(prefix="vggc-pytorch-sources-")
    for number, (name, text) in enumerate(networks.items()):
        with tempfile.TemporaryDirectory(prefix="vggc-pytorch-") as folder:
            try:
                print(f"{check(text, arguments.bin.resolve(), pathlib.Path(folder)):8.1e}  {name}", flush=True)
                shutil.copy(pathlib.Path(folder) / "network.py", f"{sources.name}/network{number}.py")
            except Wrong as wrong:
                failures += 1
                print(f"   WRONG  {name}: {wrong}", flush=True)
    checks = (["mypy", "--strict", "."], ["ruff", "check", "--extend-select", "I,UP", "."])
    complaints = [words[0] for words in checks
                  if subprocess.run([sys.executable, "-m", *words], cwd=sources.name).returncode]
    print(f"{len(networks) - failures} of {len(networks)} networks agree"
          + "".join(f"; {name} failed" for name in complaints))
    sys.exit(1 if failures or complaints else 0)


if __name__ == "__main__":
    main()
