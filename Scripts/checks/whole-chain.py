#!/usr/bin/env python3
"""Compares what `vgg` computes of random configurations, and its training of them, with PyTorch and ONNX Runtime.

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 'numpy>=2.0,<3' 'onnx>=1.17,<2' 'onnxruntime>=1.20,<2' \\
        safetensors==0.8.0
    .venv/bin/python Scripts/checks/whole-chain.py FOLDER [COUNT [SEED]]

FOLDER holds the built `vggc` and `vgg`, such as .build/debug. COUNT valid configurations (300) are made from SEED (1), with
the windows of random-networks.py, every activation, normalisations, local response normalisation and global pooling. With
the same random weights, for each:

- outputs of `vgg predict`, and of ONNX Runtime from `vggc emit --onnx`, are those of the module of `vggc emit --pytorch`,
    run in double precision, to 1e-5 of the largest output, or of 1 if that is smaller;
  - one step of `vgg train` moves each weight by the rate times PyTorch's gradient, to 1e-4 of the tensor's largest, or of a
    hundredth of the network's largest; if a gradient is zero except for rounding, to 1e-4 of the network's largest.

If PyTorch's error in single precision is at least a third as large, a network's numbers are beyond single precision, and
it counts as agreeing. Prints the networks that differ. Exit status: 0 none does, 1 some do, 64 usage error, 69 a module is
not installed.
"""

import importlib.util
import json
import pathlib
import random
import struct
import subprocess
import sys
import tempfile
import zlib

try:
    import numpy
    import onnxruntime
    import torch
    from safetensors.torch import load_file
except ImportError as error:
    print(f"not installed for this Python: {error.name}", file=sys.stderr)
    sys.exit(69)


def module(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


CHECKS = pathlib.Path(__file__).resolve().parent
random_networks = module(CHECKS / "random-networks.py", "random_networks")
onnx_models = module(CHECKS / "onnx-models.py", "onnx_models")

OUTPUTS, GRADIENTS = 1e-5, 1e-4
# Large, so that the rounding of weights does not count; a power of 2.
RATE = 512
PHOTOS = 2
ACTIVATIONS = [
    "relu", "leaky_relu", "{leaky_relu: 0.3}", "elu", "{elu: 0.5}", "prelu", "gelu", "silu", "sigmoid", "tanh"]


class Network(random_networks.Network):
    """One of random-networks.py with more kinds of layers, for photos of one or three channels."""

    def __init__(self, chance):
        super().__init__(chance, chance.choice([1, 3]))
        hidden = chance.choice([
            "", "{linear: 7}, relu, ", "{linear: {out: 6, bias: false}}, batch_norm, gelu, ",
            f"{{linear: 5}}, {chance.choice(ACTIVATIONS)}, "])
        self.classifier = f"[{hidden}{{linear: 2}}]"
        self.pool = chance.choice(["none", "none", "1", "[2, 3]"])

    def add(self):
        chance = self.chance
        if not self.entries or chance.random() < 0.6:
            return super().add()
        return chance.choice([self.activation, self.norm, self.response, self.whole])()

    def activation(self):
        self.change("activation: ", self.chance.choice(ACTIVATIONS))

    def norm(self):
        self.change("batch_norm: ", "true", "batch_norm")

    def change(self, key, value, entry=None):
        """Adds a part to the last layer if it is a convolution without it; otherwise adds an entry."""
        if self.entries[-1].startswith("{conv"):
            if key not in self.entries[-1]:
                self.entries[-1] = f"{self.entries[-1][:-1]}, {key}{value}}}"
        else:
            self.entries.append(entry or value)

    def response(self):
        self.entries.append(f"{{lrn: {self.chance.randint(1, 6)}, alpha: 0.4, beta: 0.75, k: 1.5}}")

    def whole(self):
        if self.chance.random() < 0.3:
            self.entries.append(f"{{global: {self.chance.choice(['max', 'average'])}}}")

    def configuration(self):
        entries = "".join(f"  - {entry}\n" for entry in self.entries)
        return (
            f"input: {list(self.image)}\nfeatures:\n{entries}avgpool: {self.pool}\nclassifier: {self.classifier}\n"
            "preprocess: {resize: none, mean: 0, std: 1}\n"
            f"training: {{rate: {RATE}, momentum: 0, weight_decay: 0, batch: {2 * PHOTOS}, epochs: 1, schedule: constant}}\n")


def write_png(path, pixels):
    """A PNG of height x width x channels, of one or three channels."""
    height, width, channels = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Check:
    def __init__(self, tools, folder):
        self.tools, self.folder = pathlib.Path(tools).resolve(), pathlib.Path(folder)
        self.worst = {"native": 0.0, "onnx": 0.0, "gradient": 0.0}

    def run(self, tool, *arguments):
        result = subprocess.run(
            [self.tools / tool, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, check=False)
        if result.returncode:
            raise AssertionError(f"{tool} {arguments[0]}: status {result.returncode}: {result.stderr}")
        return result.stdout

    def note(self, what, error, own, allowed):
        """A difference, unless PyTorch's single precision is as far off; None if there is no difference."""
        if error > max(allowed, 3 * own):
            return f"{what} differs by {error:.1e} ({own:.1e} for PyTorch in single precision)"
        if own < allowed / 3:
            self.worst[what] = max(self.worst[what], error)
        return None

    def difference(self, configuration, number):
        (self.folder / "net.yaml").write_text(configuration)
        graph = json.loads(self.run("vggc", "emit", "--json", "net.yaml"))
        tensors = [(tensor["name"], tensor["shape"]) for layer in graph["layers"] for tensor in layer["tensors"]]
        weights = {name: numpy.asarray(value, "<f4") for name, value in onnx_models.weights_of(tensors, seed=number)}
        onnx_models.write_safetensors(self.folder / "net.safetensors", weights.items())
        (self.folder / "net.py").write_text(self.run("vggc", "emit", "--pytorch", "net.yaml"))
        emitted = module(self.folder / "net.py", f"net_{number}")
        made = [value for value in vars(emitted).values()
                if isinstance(value, type) and issubclass(value, torch.nn.Module) and value.__module__ == emitted.__name__]
        networks = [made[-1]() for _ in range(2)]
        for network in networks:
            network.load_state_dict({name: torch.from_numpy(value) for name, value in weights.items()}, strict=False)
        single, double = networks[0], networks[1].double()
        return self.outputs(graph, single, double, number) or self.gradients(graph, single, double, weights, number)

    def outputs(self, graph, single, double, number):
        image = numpy.random.default_rng(number).uniform(-1, 1, graph["input"]).astype("<f4")
        image.tofile(self.folder / "image.f32")
        with torch.no_grad():
            exact = double.eval()(torch.from_numpy(image)[None].double()).numpy()[0].reshape(-1)
            own = single.eval()(torch.from_numpy(image)[None]).numpy()[0].reshape(-1)
        answer = json.loads(self.run(
            "vgg", "predict", "net.yaml", "--weights", "net.safetensors", "--format", "json", "image.f32"))
        native = numpy.array(answer["logits"])
        (self.folder / "net.onnx").unlink(missing_ok=True)
        self.run("vggc", "emit", "--onnx", "net.yaml", "--weights", "net.safetensors", "-o", "net.onnx")
        session = onnxruntime.InferenceSession(str(self.folder / "net.onnx"), providers=["CPUExecutionProvider"])
        other = session.run(None, {session.get_inputs()[0].name: image[None]})[0].reshape(-1)
        scale = max(1, numpy.abs(exact).max())
        single_error = numpy.abs(own - exact).max() / scale
        return (
            self.note("native", numpy.abs(native - exact).max() / scale, single_error, OUTPUTS)
            or self.note("onnx", numpy.abs(other - exact).max() / scale, single_error, OUTPUTS))

    def gradients(self, graph, single, double, weights, number):
        numbers = numpy.random.default_rng(1_000_000 + number)
        channels, height, width = graph["input"]
        photos = numbers.integers(0, 256, (2 * PHOTOS, height, width, channels), numpy.uint8)
        for index, photo in enumerate(photos):
            folder = self.folder / f"photos-{number}" / f"class{index // PHOTOS}"
            folder.mkdir(parents=True, exist_ok=True)
            write_png(folder / f"{index}.png", photo)
        self.run(
            "vgg", "train", "net.yaml", "--data", f"photos-{number}", "--weights", "net.safetensors", "-o", f"run-{number}")
        trained = load_file(self.folder / f"run-{number}" / "weights.safetensors")
        labels = torch.arange(2 * PHOTOS) // PHOTOS
        images = torch.from_numpy(photos.transpose(0, 3, 1, 2).astype("f4") / 255)
        for network, given in ((single, images), (double, images.double())):
            torch.nn.functional.cross_entropy(network.train()(given), labels).backward()
        exact = {name: p.grad.numpy() for name, p in double.named_parameters()}
        own = {name: p.grad.numpy() for name, p in single.named_parameters()}
        largest = max(numpy.abs(g).max() for g in exact.values())
        if largest == 0:
            return None
        for name, gradient in exact.items():
            moved = (weights[name].astype("f8") - trained[name].numpy().astype("f8")) / RATE
            # A bias before a normalisation layer has no gradient: the rest of the sum is rounding.
            size = numpy.abs(gradient).max()
            scale = max(size, largest / 100) if size > 1e-9 * largest else largest
            difference = self.note(
                "gradient", numpy.abs(moved.reshape(gradient.shape) - gradient).max() / scale,
                numpy.abs(own[name] - gradient).max() / scale, GRADIENTS)
            if difference:
                return f"{name}: {difference}"
        return None


def sound(check, count, seed):
    """The first valid ones of the configurations from a seed."""
    chance = random.Random(seed)
    found = []
    while len(found) < count:
        folder = check.folder / f"candidates-{len(found)}"
        folder.mkdir()
        texts = [Network(chance).configuration() for _ in range(2 * count)]
        for number, text in enumerate(texts):
            (folder / f"{number:05}.yaml").write_text(text)
        result = subprocess.run(
            [check.tools / "vggc", "check", "--format", "json", folder], capture_output=True, text=True, check=False)
        wrong = {
            pathlib.Path(diagnostic["file"]).name for diagnostic in json.loads(result.stdout)["diagnostics"]
            if diagnostic["severity"] == "error"}
        found += [text for number, text in enumerate(texts) if f"{number:05}.yaml" not in wrong]
    return found[:count]


def main():
    if not 2 <= len(sys.argv) <= 4:
        print(__doc__, file=sys.stderr)
        return 64
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    torch.set_num_threads(1)
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        check = Check(sys.argv[1], folder)
        for number, configuration in enumerate(sound(check, count, seed)):
            try:
                difference = check.difference(configuration, number)
            except AssertionError as error:
                difference = str(error)
            if difference:
                different += 1
                print(f"{number}: {difference}\n{configuration}", flush=True)
    worst = ", ".join(f"{name} {error:.1e}" for name, error in check.worst.items())
    print(f"{count - different} of {count} agree; the largest differences: {worst}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
